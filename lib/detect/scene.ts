import type { Candidate } from './candidates.ts';
import type { Form } from './form.ts';
import type { Cell } from './layout.ts';
import type { Reading } from './reading.ts';
import type { Situation } from './situations.ts';
import type { TitleMemo } from './title.ts';

/** A candidate with its surroundings: all that a rule may look at. Windows are bounded, whatever the text. */
export interface Scene extends Readonly<Candidate> {
  readonly reading: Reading;
  /** Bits of `FACTS`. */
  facts: number;
  /** The same, but for titles around it, which take longer to tell: the windows decide, and whoever knows these knows enough. */
  plainFacts: number;
  form: Form;
  /** Text before and after, tags taken out; at most 90 and 120 characters. */
  left: string;
  right: string;
  /** The same, cut at the ends of the line. */
  lineLeft: string;
  lineRight: string;
  /** Name that the candidate is the value of: `error_code` in `"error_code": 131047`. */
  key: string | null;
  /** The key is written as in data (`"code": `, `code=`), not as in prose (`Code: `). */
  structural: boolean;
  /** The candidate is compared with the key: `code === 131047`. */
  compared: boolean;
  /** The key is one of subcodes. */
  ofSubcode: boolean;
  /** Name of the object that the value stands in: `errors` in `"errors":[{"code":…`. */
  owner: string | null;
  header: string | null;
  label: string | null;
  cell: Cell | null;
  titles: TitleMemo;
  /** The same surrounding as it was met before; null where it is no good for that. */
  situation: Situation | null | undefined;
  /** Where the search for a verdict ended there. */
  verdict: number;
}
