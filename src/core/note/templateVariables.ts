import type { TemplateName } from "./builtInTemplates.ts";

/** Everything a person writes Liquid for: the templates, and the settings that are patterns. */
export type TemplateUse = TemplateName | "path" | "tomak.title" | "retro.title" | "git.message";

export interface TemplateVariable {
  /** The name; a field of a list's items after a dot (`entry.heading`). */
  readonly name: string;
  readonly uses: readonly TemplateUse[];
  /** In Korean, for README.md and for completion in the editor. */
  readonly description: string;
  /** A value, in Markdown's code marks. */
  readonly example: string;
}

const NOTE = ["tomak", "til", "session", "book"] as const;
const RETRO = ["retro", "retro-week", "retro-year"] as const;
const POST = ["post", "series"] as const;
const PATH = ["path"] as const;

/** What may stand between `{{` and `}}`. README.md, completion and the code that fills templates are held against it. */
export const TEMPLATE_VARIABLES = [
  { uses: NOTE, name: "title", description: "제목", example: "`오늘의 토막글 95`" },
  { uses: NOTE, name: "number", description: "토막글의 번호. 다른 노트에서는 비어 있습니다.", example: "`95`" },
  { uses: NOTE, name: "date", description: "쓴 때", example: "`2025-05-01 23:10:00 +0900`" },
  { uses: NOTE, name: "day", description: "쓴 날", example: "`2025-05-01`" },
  { uses: NOTE, name: "year", description: "쓴 해", example: "`2025`" },
  { uses: NOTE, name: "month_number", description: "쓴 달", example: "`5`" },
  { uses: NOTE, name: "day_number", description: "쓴 날의 일", example: "`1`" },
  { uses: NOTE, name: "tags", description: "태그의 목록", example: "`경제`, `독서`" },
  { uses: NOTE, name: "link", description: "TIL의 출처. 없으면 비어 있습니다.", example: "`https://redis.io/docs`" },

  {
    uses: RETRO,
    name: "header",
    description: "머리말 전체. 블로그에 맞는 키와 형식으로 적습니다.",
    example: "`---` … `---`",
  },
  { uses: RETRO, name: "title", description: "회고의 제목", example: "`2025년 5월 회고`" },
  {
    uses: RETRO,
    name: "date",
    description: "회고의 날짜: 돌아보는 때가 끝나는 순간",
    example: "`2025-06-01 00:00:00 +0900`",
  },
  { uses: RETRO, name: "categories", description: "설정에 적은 `categories`의 목록", example: "`회고`" },
  { uses: RETRO, name: "tags", description: "설정에 적은 `tags`의 목록", example: "`회고`" },
  {
    uses: RETRO,
    name: "front_matter",
    description: "설정과 블로그가 더하는 머리말(YAML). 머리말을 직접 적을 때 씁니다.",
    example: "`draft: true`",
  },
  { uses: RETRO, name: "year", description: "돌아보는 해", example: "`2025`" },
  { uses: RETRO, name: "period", description: "돌아보는 때", example: "`2025-05`, `2025-W18`, `2025-Q2`, `2025`" },
  {
    uses: RETRO,
    name: "period_name",
    description: "돌아보는 때를 부르는 말",
    example: "`5월`, `18주`, `2분기`, `상반기`, `2025년`",
  },
  { uses: RETRO, name: "month", description: "돌아보는 달. 달의 회고에만 있습니다.", example: "`2025-05`" },
  { uses: RETRO, name: "month_number", description: "돌아보는 달의 수. 달의 회고에만 있습니다.", example: "`5`" },
  { uses: RETRO, name: "numbers", description: "돌아보는 때의 숫자 한 줄", example: "`토막글 15편 · TIL 20편 · …`" },
  { uses: RETRO, name: "stats", description: "돌아보는 때의 숫자들", example: "" },
  { uses: RETRO, name: "stats.total", description: "노트의 수", example: "`35`" },
  { uses: RETRO, name: "stats.kinds", description: "종류마다 `label`과 `count`의 목록", example: "`토막글` `15`" },
  { uses: RETRO, name: "stats.days_written", description: "쓴 날의 수", example: "`13`" },
  { uses: RETRO, name: "stats.days", description: "돌아보는 때의 모든 날의 수", example: "`31`" },
  {
    uses: RETRO,
    name: "stats.at_least",
    description: "날을 모르는 노트가 있으면 참. 쓴 날은 적어도 그만큼입니다.",
    example: "`false`",
  },
  { uses: RETRO, name: "stats.longest_streak", description: "가장 길게 이어 쓴 날의 수", example: "`5`" },
  {
    uses: RETRO,
    name: "stats.characters",
    description: "글자 수. 빈칸, 코드 블록, 링크의 주소, 목록과 제목의 표시는 세지 않습니다.",
    example: "`12345`",
  },
  {
    uses: RETRO,
    name: "stats.top_tags",
    description: "자주 쓴 태그 다섯까지, `tag`와 `count`의 목록",
    example: "`자바` `7`",
  },
  {
    uses: RETRO,
    name: "stats.before",
    description: "바로 앞 때와의 비교: `total`, `difference`, `text`",
    example: "`지난달보다 3편 많음`",
  },
  {
    uses: RETRO,
    name: "stats.last_year",
    description: "지난해 같은 때와의 비교: `total`, `difference`, `text`",
    example: "`지난해 같은 달보다 2편 적음`",
  },
  {
    uses: RETRO,
    name: "picture",
    description:
      "설정 `tomaknote.retro.picture`의 그림. 그림이 없으면 비어 있습니다. 긴 때의 `text`는 `sections`에 이미 있어 비어 있습니다.",
    example: "`1 ■`",
  },
  {
    uses: RETRO,
    name: "calendar_text",
    description: "쓴 날의 표(잔디). 주와 달은 요일마다, 더 긴 때는 달마다입니다.",
    example: "`1 ■`",
  },
  {
    uses: RETRO,
    name: "calendar_svg",
    description: "쓴 날의 그림(잔디). 파일로도, 글 안에 그대로도 쓸 수 있는 SVG입니다.",
    example: "`<svg …>`",
  },
  {
    uses: RETRO,
    name: "mermaid",
    description: "Mermaid 차트: 주와 달은 종류마다, 더 긴 때는 달마다",
    example: "`pie title …`",
  },
  { uses: RETRO, name: "sections", description: "노트의 묶음의 목록. 노트가 없는 묶음은 빠집니다.", example: "" },
  {
    uses: RETRO,
    name: "section.title",
    description: "묶음의 제목",
    example: "`5월 동안 쓴 토막글들`, `이달의 토막글`",
  },
  {
    uses: RETRO,
    name: "section.heading",
    description: "묶음의 이름",
    example: "`쓴 토막글들`, `쓴 TIL`, `남긴 노트들`",
  },
  { uses: RETRO, name: "section.entries", description: "묶음에 든 노트의 목록", example: "" },
  {
    uses: RETRO,
    name: "entry.heading",
    description: "노트의 제목. 출처가 있으면 링크입니다.",
    example: "`[만료키](https://redis.io)`",
  },
  { uses: RETRO, name: "entry.body", description: "노트의 글. 없으면 비어 있습니다.", example: "`- 첫째 토막`" },
  {
    uses: RETRO,
    name: "entry.group",
    description: "TIL을 태그로 묶을 때, 새 태그가 시작하는 노트에서 그 태그. 다른 노트에서는 비어 있습니다.",
    example: "`자바`",
  },
  { uses: RETRO, name: "entry.note", description: "노트의 경로", example: "`TIL/2025-05-03-만료키.md`" },

  {
    uses: POST,
    name: "header",
    description: "머리말 전체. 블로그에 맞는 키와 형식으로 적습니다.",
    example: "`---` … `---`",
  },
  { uses: POST, name: "title", description: "글의 제목", example: "`만료된 키를 지우는 방법`" },
  { uses: POST, name: "date", description: "쓰기 시작한 때", example: "`2025-05-01 23:10:00 +0900`" },
  { uses: POST, name: "tags", description: "실린 노트의 태그를 모은 목록", example: "`Redis`, `캐시`" },
  { uses: POST, name: "entries", description: "글에 실을 노트의 목록. 시리즈 글에서는 비어 있습니다.", example: "" },
  {
    uses: POST,
    name: "entry.heading",
    description: "노트의 제목. 출처가 있으면 링크입니다.",
    example: "`[만료키](https://redis.io)`",
  },
  { uses: POST, name: "entry.body", description: "노트의 글. 없으면 비어 있습니다.", example: "`- 표본을 뽑아 지움`" },
  { uses: POST, name: "entry.note", description: "노트의 경로", example: "`TIL/2025-05-03-만료키.md`" },
  { uses: POST, name: "links", description: "실린 노트를 배운 곳의 링크", example: "`[만료키](https://redis.io)`" },
  { uses: POST, name: "number", description: "시리즈의 번호. 다른 글에서는 비어 있습니다.", example: "`33`" },
  {
    uses: POST,
    name: "heading",
    description: "시리즈에서 이어지는 소제목의 앞부분. 다른 글에서는 비어 있습니다.",
    example: "`## 61.`",
  },
  {
    uses: POST,
    name: "subheading",
    description: "그 아래 소제목의 앞부분. 쓰지 않는 시리즈에서는 비어 있습니다.",
    example: "`### 61.1`",
  },

  {
    uses: ["tomak", "til", "retro", "retro-week", "retro-year", "post", "series", "session", "book"],
    name: "cursor",
    description: "파일을 열 때 커서를 둘 곳. 글자는 남지 않습니다.",
    example: "",
  },

  { uses: PATH, name: "year", description: "해", example: "`2025`" },
  {
    uses: PATH,
    name: "month",
    description: "달. 주, 분기, 반기의 회고에서는 `W18`, `Q2`, `H1`이고 연간 회고에서는 `연간`입니다.",
    example: "`05`",
  },
  { uses: PATH, name: "day", description: "일. 날을 모르는 노트와 회고에서는 비어 있습니다.", example: "`01`" },
  {
    uses: PATH,
    name: "date",
    description: "날. 날을 모르는 노트와 회고에서는 `2025-05`입니다.",
    example: "`2025-05-01`",
  },
  { uses: PATH, name: "number", description: "토막글의 번호. 다른 노트에서는 비어 있습니다.", example: "`95`" },
  {
    uses: PATH,
    name: "title",
    description: "제목에서 빈칸과 파일 이름에 쓸 수 없는 글자를 `-`로 바꾼 것. 한글은 그대로 둡니다.",
    example: "`Redis의-만료된-키`",
  },
  { uses: PATH, name: "slug", description: "`title`과 같습니다.", example: "`Redis의-만료된-키`" },
  { uses: PATH, name: "kind", description: "종류의 이름", example: "`토막글`, `TIL`, `회고`" },

  { uses: ["tomak.title"], name: "number", description: "토막글의 번호", example: "`95`" },
  { uses: ["retro.title"], name: "year", description: "돌아보는 해", example: "`2025`" },
  { uses: ["retro.title"], name: "month", description: "돌아보는 달", example: "`2025-05`" },
  { uses: ["retro.title"], name: "month_number", description: "돌아보는 달의 수", example: "`5`" },

  {
    uses: ["git.message"],
    name: "titles",
    description: "커밋할 노트의 제목들. 72자를 넘지 않습니다.",
    example: "`토막글 95, TIL 2개: 만료 키, 파티션`",
  },
  { uses: ["git.message"], name: "count", description: "커밋할 노트의 수", example: "`3`" },
  { uses: ["git.message"], name: "day", description: "오늘", example: "`2025-05-01`" },
  { uses: ["git.message"], name: "year", description: "올해", example: "`2025`" },
  { uses: ["git.message"], name: "month_number", description: "이달의 수", example: "`5`" },
  { uses: ["git.message"], name: "day_number", description: "오늘의 일", example: "`1`" },
] as const satisfies readonly TemplateVariable[];

type NamesFor<Use, Row = (typeof TEMPLATE_VARIABLES)[number]> = Row extends {
  readonly name: infer Name;
  readonly uses: readonly (infer Uses)[];
}
  ? Use extends Uses
    ? Name
    : never
  : never;

/** What the code must hand to a template of this use: every variable documented for it, and no other. */
export type TemplateInput<Use extends TemplateUse> = Readonly<
  Record<Exclude<NamesFor<Use>, "cursor" | `${string}.${string}`>, unknown>
>;
