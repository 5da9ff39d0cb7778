/** Whose codes the numbers of a page or text are: of the provider that the user set, the console's, or the one named. */
import type { VendorConsole } from '../../data/schema.ts';

/** The origin of a code, independent of the text around it. */
export type PageOrigin = ReturnType<typeof createPageOrigin>;

/** Returns the origin of a code. One provider binds: the user's, else the console's, else the one `named`. */
export function createPageOrigin(
  provider: string | undefined,
  vendorConsole:
    | Pick<VendorConsole, 'codesOf' | 'provider' | 'kind'>
    | undefined,
  getLists: (provider: string) => readonly string[],
  named: () => string | undefined = () => undefined,
) {
  const isOfOne =
    vendorConsole !== undefined &&
    vendorConsole.kind !== 'inbox' &&
    vendorConsole.kind !== 'automation';

  const ofConsole = isOfOne ? getLists(vendorConsole.provider) : [];
  const owner = provider ?? (ofConsole.length > 0 ? undefined : named());
  const lists = owner ? getLists(owner) : ofConsole;

  // Null: the codes of any provider appear here.
  return {
    provider: owner,
    console: vendorConsole,
    lists: lists.length > 0 ? lists : null,
  };
}
