import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

/** Texts in the dialects that notes are written in; each is mutated, cut and put together with others. */
const SEEDS: readonly string[] = [
  "---\ntitle: 오늘의 토막글 95\ndate: 2025-05-01 23:10:00 +0900\ncategories: [토막글]\ntags: [경제, 독서]\n---\n\n- 첫째\n- 둘째 #자바\n",
  "\ufeff---\r\nlayout  : wiki\r\ntag: a b c\r\nparent: [[/wiki]]\r\n---\r\n\r\n본문\r\n",
  "---\ntitle: Kafka: 안내\ntags:\n- a # 설명\n- 'b, c'\n-   \"d\\u0061\"\ncreated: 2020-12-23T15:00:00.000Z\n---\n# 제목\n",
  "---\ntags: [A, B] #태그 설정\nstar: true\nretro: no\norder: 3\n---\n",
  "---\ntitle: >\n  접은\n  제목\ntags: &t [a, *t]\nx: {a: 1, b: [c, d]}\ny: |\n  글\n---\n",
  "---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\ntags: *c\n---\n본문",
  '+++\ntitle = "시작"\ndate = 2025-05-01T10:00:00+09:00\ntags = ["a", \'b\']\n__proto__ = 1\n[constructor]\nprototype = "x"\n+++\n본문\n',
  "+++\ntags = [\n  \"a\", # 설명\n]\ntitle = '''\n여러\n줄'''\nx = { y = 1, 'z.w' = [1, 2] }\n[[t]]\na.b = 1979-05-27\n+++\n",
  "# TIL 2025.05.03\n\n## 2025-05-01 목\n- 하나\n\n## 5/2\n- 둘\n\n### 3일\n셋\n",
  "# 2021년 8월\n## 9\n가\n## 10\n나\n## 31\n다\n## 32\n",
  "<details>\n<summary>목차</summary>\n\n- [2022.04.04](#20220404)\n</details>\n\n## 2022.04.04\n- a\n\n## 2022.04.05 (화)\n- b\n",
  "오늘 #회고를 썼다. #스프링 #Study/Spring\n\n#제목\n#fff9e4 {#anchor} [x](#link)\n#include <a.h>\n```sh\n# 설명 #아님\n```\n#자바 #카프카\n",
  "---\ntitle: 5월 회고\n---\n\n## 5월 동안 쓴 토막글들\n\n**오늘의 토막글 1**\n\n- 가\n\n**오늘의 토막글 2**\n\n- 나\n\n## 5월 동안 쓴 TIL들\n\n### [락](https://a.kr/b_(c))\n\n- 다\n  - 라\n\n## 좋았던 것\n",
  '**이 용어(This term)**를 `코드 {{ x }}` [글](a.md "제목") ![그림](<b c.png>)\n<img src="x.png" onerror=alert(1)>\n[a]: ../b.md\n[^1]: 각주\n| a | b |\n|---|---|\n',
  "```js\nlet a = `x`;\n~~~\n---\n# 아님\n",
  "<script>alert(1)</script>\n<!-- 열린 설명\n[링크](javascript:alert(1)) [명령](command:workbench.action.quit?%22a%22)\n",
  "{% raw %}{{ page.title }}{% endraw %} {% for a in b %}{{ a | upcase }}{% endfor %}\n",
  "{{ date }}-{{ slug }}.md",
  "../../etc/passwd\0.md",
  "종류:til #자바 ㅋㅍㅋ 2025-05 지난달 5월",
  "지난주 금요일",
  "3일 전",
  "2025-05-01T23:10:61.000+09:00",
  "220105_TIL.md",
  "2023 02 23 목 2 제목.md",
  "Y24-W26.md",
  "2020-year/05-May/README.md",
  "가나다".normalize("NFD"),
  "a\u0008b\u2028c\ud800d\u0000e\r\rf\u200bg",
];

/** Pieces with a meaning somewhere. */
const TOKENS: readonly string[] = [
  ..."---|+++|\n|\r\n|\r|\n\n|tags: |tag:|title: |date: |tags = |- |* |# |## |### |#|##|[|]|[[|]]|[[../|[[a#|{|}|{{|}}|{%|%}|(|)|<|>|</|<!--|-->|<div>|<details>|'|\"|'''|\"\"\"|`|```|~~~|**|__|*|_|:|: |,|, |;|=|&a |*a|!|!!str |~|null|yes|\\|\\u|%|@|^|$|.|..|/|../|//|?|+".split(
    "|",
  ),
  ..."오늘의 토막글 |토막글|TIL|회고|5월|2025-05-01|2025|20250501|05/01|1일|W18|-|0|9|99999999999|태그|가|ㄱ|힣|이/가|은/는|#자바|\u0000|\u0008|\u2028|\ufeff|\u200b|\ud800|\udc00|💡|é|İ|ß|\t|    |  |https://a.kr/(b)|javascript:alert(1)|command:x|data:text/html,|__proto__|constructor|[a]: b|[^1]|![|](|](a.md)|<img src=".split(
    "|",
  ),
  "|",
];

type Mutation = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true });
export const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TOKENS) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom(...SEEDS) },
);
const at = (text: string, ratio: number): number => Math.floor(ratio * text.length);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, piece, fc.integer({ min: 1, max: 8 })).map(([spot, inserted, times]): Mutation => {
    return (text) => text.slice(0, at(text, spot)) + inserted.repeat(times) + text.slice(at(text, spot));
  }),
  fc.tuple(place, fc.nat(12)).map(([spot, count]): Mutation => {
    return (text) => text.slice(0, at(text, spot)) + text.slice(at(text, spot) + count);
  }),
  fc.tuple(place, place, place).map(([from, to, spot]): Mutation => {
    return (text) => {
      const [start, end] = [at(text, Math.min(from, to)), at(text, Math.max(from, to))];
      return text.slice(0, at(text, spot)) + text.slice(start, end) + text.slice(at(text, spot));
    };
  }),
  fc.constantFrom<Mutation>(
    (text) => text.replace(/\n/g, "\r\n"),
    (text) => text.replace(/\n/g, "\r"),
    (text) => text.normalize("NFD"),
    (text) => `---\n${text}\n---\n`,
    (text) => `+++\n${text}\n+++\n`,
    (text) => text.replace(/^/gm, "> "),
    (text) => text.replace(/^/gm, "  "),
  ),
);

const lines = (of: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc.array(of, { maxLength, size: "max" }).map((all) => all.map((one) => `${one}\n`).join(""));

const value = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(
      ..."|[a, b]|[]|[a, 'b, c', \"d\"]|a b c|a, b|'it''s'|\"q\\\"r\"|~|null|2025-05-01|2020-12-23T15:00:00.000Z|오늘의 토막글 3|Kafka: 안내|[Spring] 글|&t [a]|*t|{{ .Date }}|<% tp.date %>|>-\n  접은 글".split(
        "|",
      ),
      "|\n  글\n\n",
      "[a,\n  b, # 설명\n  c]",
      "\n- a\n- b # 설명\n-   'c'",
      "\n  - a\n  - x: y",
      "\n  a: 1\n  b: [c]",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...TOKENS) },
);
const key = fc.constantFrom(
  ..."tags|tags|tags|tag|Tags|title|title|date|created|categories|order|star|retro|kind|link|__proto__|layout  |'tags'|한글 키|a.b".split(
    "|",
  ),
);
const comment = fc.constantFrom("", "", "", " # 설명", " #설명", "  ");
const field = fc
  .tuple(key, fc.constantFrom(": ", ": ", ": ", ": ", ": ", ": ", ":", " = "), value, comment)
  .map((parts) => parts.join(""));
const tomlValue = fc.constantFrom('"a"', "['a', \"b\"]", "[\n  'a', # 설명\n]", "2025-05-01", "'''\na'''", "{ a = 1 }");
const tomlField = fc.tuple(key, tomlValue).map(([name, given]) => `${name.trim().replace(/[ .]/g, "-")} = ${given}`);
const bodyLine = fc.oneof(
  fc.constantFrom(
    ..."# 제목|## 2025-05-01|## 2025.05.02 (금)|## 5/3|## 3일|## 9|### 5월 4일 일요일|## 5월 동안 쓴 토막글들|## 5월 동안 쓴 TIL들|**오늘의 토막글 3**|### [락](https://a.kr)|#자바 #스프링|오늘 #회고를 썼다||- 하나|  - 안쪽|> 인용|```|글 **굵은(말)**을 `코드` [a](b.md)".split(
      "|",
    ),
  ),
  piece,
);
const body = lines(bodyLine, 14);
const fields = fc
  .uniqueArray(field, { maxLength: 5, selector: (line) => line.slice(0, 4), size: "max" })
  .map((all) => all.map((one) => `${one}\n`).join(""));
const yaml = fc
  .tuple(fc.constantFrom("", "", "\ufeff"), fields, body)
  .map(([mark, head, rest]) => `${mark}---\n${head}---\n${rest}`);
const composed = fc.oneof(
  { weight: 5, arbitrary: yaml },
  { weight: 1, arbitrary: fc.tuple(lines(tomlField, 3), body).map(([head, rest]) => `+++\n${head}+++\n${rest}`) },
  { weight: 1, arbitrary: body },
);
export const mutated = (texts: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(texts, fc.array(mutation, { maxLength }))
    .map(([text, mutations]) => mutations.reduce((all, mutate) => mutate(all), text).slice(0, 6_000));

/** Real posts, in parts; they are not the project's to publish. */
const folder = process.env.TOMAKNOTE_POSTS ?? "";
const parts =
  folder === ""
    ? []
    : readdirSync(folder)
        .sort()
        .flatMap((name) => readFileSync(join(folder, name), "utf8").match(/[\s\S]{1,5000}/g) ?? []);

/** A text that a person or an enemy could have left in a notebook: at most some thousand characters. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: composed },
  { weight: 4, arbitrary: mutated(composed, 3) },
  { weight: 5, arbitrary: mutated(fc.constantFrom(...SEEDS), 5) },
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("").slice(0, 6_000)) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  ...(parts.length === 0 ? [] : [{ weight: 2, arbitrary: mutated(fc.constantFrom(...parts), 4) }]),
);

/** A name or a path, most of them like those that people give. */
export const anyPath: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("2025-05-01-글.md", "TIL/2025/05/3.md", "2021/08.md", "README.md", "_posts/2025-06-01-5월-회고.md"),
  fc
    .array(fc.oneof(piece, fc.constantFrom("2025", "05", "-", "/", ".md")), { minLength: 1, maxLength: 8 })
    .map((pieces) => `${pieces.join("")}.md`),
);

/** A short text: a name, a title, an answer to a question. */
export const anyWords: fc.Arbitrary<string> = fc.oneof(
  fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join("").slice(0, 400)),
  fc.constantFrom("a", "b", "자바/스프링", "Clean Code", "it's", 'q"r', "k: v", "~", "2025", "__proto__"),
);

/** What {@link growth} repeats. */
export const FRAGMENTS: readonly string[] = TOKENS.filter((token) => token !== "");
