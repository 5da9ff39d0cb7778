import type { Rule } from '../rule.ts';
import { rule as about } from './about.ts';
import { rule as answerLine } from './answer-line.ts';
import { rule as asOne } from './as-one.ts';
import { rule as aside } from './aside.ts';
import { rule as asked } from './asked.ts';
import { rule as asserted } from './asserted.ts';
import { rule as behindStatus } from './behind-status.ts';
import { rule as bracketedSubcode } from './bracketed-subcode.ts';
import { rule as branch } from './branch.ts';
import { rule as byCode } from './by-code.ts';
import { rule as cellLine } from './cell-line.ts';
import { rule as codeAmong } from './code-among.ts';
import { rule as codeClass } from './code-class.ts';
import { rule as codeCue } from './code-cue.ts';
import { rule as codeKey } from './code-key.ts';
import { rule as codeSet } from './code-set.ts';
import { rule as comesUp } from './comes-up.ts';
import { rule as commented } from './commented.ts';
import { rule as consoleRule } from './console.ts';
import { rule as consoleEntry } from './console-entry.ts';
import { rule as consolePayload } from './console-payload.ts';
import { rule as consoleRow } from './console-row.ts';
import { rule as cueAfter } from './cue-after.ts';
import { rule as cueNear } from './cue-near.ts';
import { rule as defined } from './defined.ts';
import { rule as denied } from './denied.ts';
import { rule as docsEntry } from './docs-entry.ts';
import { rule as docsLink } from './docs-link.ts';
import { rule as errorCall } from './error-call.ts';
import { rule as errorClass } from './error-class.ts';
import { rule as errorCodeCue } from './error-code-cue.ts';
import { rule as errorCodeHeader } from './error-code-header.ts';
import { rule as errorCue } from './error-cue.ts';
import { rule as errorObject } from './error-object.ts';
import { rule as expected } from './expected.ts';
import { rule as failedCode } from './failed-code.ts';
import { rule as failedCue } from './failed-cue.ts';
import { rule as failedFormula } from './failed-formula.ts';
import { rule as failedHere } from './failed-here.ts';
import { rule as failedMet } from './failed-met.ts';
import { rule as failedNear } from './failed-near.ts';
import { rule as failedRow } from './failed-row.ts';
import { rule as faultField } from './fault-field.ts';
import { rule as faultTold } from './fault-told.ts';
import { rule as flowResult } from './flow-result.ts';
import { rule as formula } from './formula.ts';
import { rule as glossed } from './glossed.ts';
import { rule as glued } from './glued.ts';
import { rule as gluedHeader } from './glued-header.ts';
import { rule as graphMessage } from './graph-message.ts';
import { rule as graphPayload } from './graph-payload.ts';
import { rule as graphSays } from './graph-says.ts';
import { rule as graphSet } from './graph-set.ts';
import { rule as grouped } from './grouped.ts';
import { rule as handled } from './handled.ts';
import { rule as hash } from './hash.ts';
import { rule as header } from './header.ts';
import { rule as headline } from './headline.ts';
import { rule as inAnswer } from './in-answer.ts';
import { rule as inSentence } from './in-sentence.ts';
import { rule as inTrade } from './in-trade.ts';
import { AGAINST } from './index-against.ts';
import { rule as label } from './label.ts';
import { rule as leadsSymbol } from './leads-symbol.ts';
import { rule as mapEntry } from './map-entry.ts';
import { rule as mapKey } from './map-key.ts';
import { rule as matter } from './matter.ts';
import { rule as meaningAsked } from './meaning-asked.ts';
import { rule as met } from './met.ts';
import { rule as metHere } from './met-here.ts';
import { rule as metName } from './met-name.ts';
import { rule as metOurs } from './met-ours.ts';
import { rule as nameHeadline } from './name-headline.ts';
import { rule as namedError } from './named-error.ts';
import { rule as namesake } from './namesake.ts';
import { rule as namespaced } from './namespaced.ts';
import { rule as numberedName } from './numbered-name.ts';
import { rule as onpremPayload } from './onprem-payload.ts';
import { rule as onpremSays } from './onprem-says.ts';
import { rule as outcome } from './outcome.ts';
import { rule as ownLine } from './own-line.ts';
import { rule as ownMarked } from './own-marked.ts';
import { rule as ownRange } from './own-range.ts';
import { rule as ownWord } from './own-word.ts';
import { rule as parenthesised } from './parenthesised.ts';
import { rule as permissionRange } from './permission-range.ts';
import { rule as plainCodeKey } from './plain-code-key.ts';
import { rule as plural } from './plural.ts';
import { rule as prefixed } from './prefixed.ts';
import { rule as printed } from './printed.ts';
import { rule as problemAddress } from './problem-address.ts';
import { rule as problemType } from './problem-type.ts';
import { rule as providerHeader } from './provider-header.ts';
import { rule as quotedMark } from './quoted-mark.ts';
import { rule as quotedMessage } from './quoted-message.ts';
import { rule as reason } from './reason.ts';
import { rule as reasonField } from './reason-field.ts';
import { rule as reasonTold } from './reason-told.ts';
import { rule as refusedBy } from './refused-by.ts';
import { rule as rejectedAs } from './rejected-as.ts';
import { rule as rejection } from './rejection.ts';
import { rule as resultCell } from './result-cell.ts';
import { rule as sheetFormula } from './sheet-formula.ts';
import { rule as shownHere } from './shown-here.ts';
import { rule as spoken } from './spoken.ts';
import { rule as stateAside } from './state-aside.ts';
import { rule as statusAside } from './status-aside.ts';
import { rule as statusBeside } from './status-beside.ts';
import { rule as statusErrors } from './status-errors.ts';
import { rule as statusId } from './status-id.ts';
import { rule as subcodeCue } from './subcode-cue.ts';
import { rule as symbolKey } from './symbol-key.ts';
import { rule as templateEvent } from './template-event.ts';
import { rule as titleBefore } from './title-before.ts';
import { rule as titleBeside } from './title-beside.ts';
import { rule as titleNear } from './title-near.ts';
import { rule as told } from './told.ts';
import { rule as toldCode } from './told-code.ts';
import { rule as toldEntry } from './told-entry.ts';
import { rule as toldMessage } from './told-message.ts';
import { rule as tolerated } from './tolerated.ts';
import { rule as trade } from './trade.ts';
import { rule as vendor } from './vendor.ts';
import { rule as vendorCode } from './vendor-code.ts';
import { rule as vendorCue } from './vendor-cue.ts';
import { rule as vendorSays } from './vendor-says.ts';
import { rule as warningCue } from './warning-cue.ts';
import { rule as whatsapp } from './whatsapp.ts';
import { rule as withSubcode } from './with-subcode.ts';
import { rule as wrapped } from './wrapped.ts';
import { rule as xmlCode } from './xml-code.ts';

/** The rules that speak for a code. The order does not matter: the score weighs them. */
export const FOR: readonly Rule[] = [
  about,
  answerLine,
  asOne,
  aside,
  asked,
  asserted,
  behindStatus,
  bracketedSubcode,
  branch,
  byCode,
  cellLine,
  codeCue,
  codeAmong,
  codeClass,
  codeKey,
  codeSet,
  comesUp,
  commented,
  consoleEntry,
  consolePayload,
  consoleRow,
  consoleRule,
  cueAfter,
  cueNear,
  defined,
  denied,
  docsEntry,
  docsLink,
  errorCall,
  errorClass,
  errorCodeCue,
  errorCodeHeader,
  errorCue,
  errorObject,
  expected,
  failedCue,
  failedFormula,
  failedCode,
  failedHere,
  failedMet,
  failedNear,
  failedRow,
  faultField,
  faultTold,
  flowResult,
  formula,
  glossed,
  glued,
  gluedHeader,
  graphMessage,
  graphPayload,
  graphSays,
  graphSet,
  grouped,
  handled,
  headline,
  hash,
  header,
  label,
  leadsSymbol,
  mapEntry,
  mapKey,
  matter,
  meaningAsked,
  met,
  metHere,
  metName,
  metOurs,
  nameHeadline,
  namedError,
  namesake,
  numberedName,
  namespaced,
  onpremPayload,
  onpremSays,
  outcome,
  ownLine,
  ownMarked,
  ownRange,
  ownWord,
  parenthesised,
  permissionRange,
  plainCodeKey,
  plural,
  prefixed,
  printed,
  providerHeader,
  quotedMark,
  quotedMessage,
  reason,
  reasonField,
  reasonTold,
  refusedBy,
  rejectedAs,
  rejection,
  resultCell,
  sheetFormula,
  shownHere,
  spoken,
  stateAside,
  problemAddress,
  problemType,
  statusId,
  statusAside,
  statusBeside,
  statusErrors,
  subcodeCue,
  symbolKey,
  templateEvent,
  titleBefore,
  titleBeside,
  titleNear,
  told,
  toldCode,
  toldEntry,
  toldMessage,
  tolerated,
  trade,
  inAnswer,
  inSentence,
  inTrade,
  vendor,
  vendorCode,
  vendorCue,
  vendorSays,
  warningCue,
  whatsapp,
  withSubcode,
  wrapped,
  xmlCode,
];

export const RULES: readonly Rule[] = [...FOR, ...AGAINST];
