import { ASKED } from "../../core/recall/history/recallEvent.ts";
import { type Block, SPAN_MARKS, type Span } from "../../core/recall/noteBlocks.ts";
import type { Question } from "../../core/recall/question/askAbout.ts";
import type {
  AskingState,
  EndState,
  Outlook,
  PlainState,
  ReadingState,
  RecallState,
  Saying,
} from "../../core/recall/recallState.ts";
import type { RecallNews } from "./recall.ts";
import { type Check, is, isCount, isFlag, isText, listOf, oneOf, optional, shape } from "./shape.ts";

const isSpan = shape<Span>({ text: isText, marks: listOf(is(...SPAN_MARKS)) });
const areSpans = listOf(isSpan);

type Of<Type extends Block["type"]> = Extract<Block, { readonly type: Type }>;

const isBlock: Check<Block> = (value): value is Block => isKnownBlock(value);
const areBlocks = listOf(isBlock);
const isKnownBlock = oneOf(
  shape<Of<"paragraph">>({ type: is("paragraph"), spans: areSpans }),
  shape<Of<"heading">>({ type: is("heading"), level: isCount, spans: areSpans }),
  oneOf(shape<Of<"code">>({ type: is("code"), text: isText }), shape<Of<"rule">>({ type: is("rule") })),
  shape<Of<"list">>({ type: is("list"), start: optional(isCount), items: listOf(areBlocks) }),
  oneOf(
    shape<Of<"quote">>({ type: is("quote"), blocks: areBlocks }),
    shape<Of<"table">>({ type: is("table"), rows: listOf(listOf(areSpans)) }),
  ),
);

const isPart = (value: unknown): value is string | null => value === null || isText(value);

const card = {
  card: isCount,
  position: isCount,
  total: isCount,
  question: shape<Question>({
    asked: is(...ASKED),
    text: isText,
    hints: listOf(isText),
    cloze: optional(listOf(isPart)),
    isCode: optional(isFlag),
  }),
  answer: isText,
  hasSent: isFlag,
  sent: optional(listOf(shape<{ readonly model: string; readonly text: string }>({ model: isText, text: isText }))),
  remark: optional(isText),
};

const isState: Check<RecallState> = oneOf(
  shape<PlainState>({ step: is("loading", "noNotebook", "failed") }),
  shape<AskingState>({ step: is("asking"), ...card, making: optional(isText) }),
  shape<ReadingState>({
    step: is("reading"),
    ...card,
    note: shape<ReadingState["note"]>({ title: isText, day: isText, blocks: areBlocks, isCut: isFlag }),
    verdict: optional(shape<Saying>({ text: isText, isDone: isFlag })),
  }),
  shape<EndState>({
    step: is("end"),
    counts: shape<EndState["counts"]>({ known: isCount, hazy: isCount, unknown: isCount }),
    skipped: isCount,
    unknown: listOf(shape<EndState["unknown"][number]>({ card: isCount, title: isText })),
    outlook: optional(shape<Outlook>({ more: isCount, next: isText })),
  }),
);

export const isRecallNews = shape<RecallNews>({ type: is("state"), state: isState });
