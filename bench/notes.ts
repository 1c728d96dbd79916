import { addDays, type Day, parseDay, partsOf } from "../src/core/calendar/day.ts";
import { type InventedText, inventedText } from "./inventedText.ts";

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

const FIRST_DAY = "2015-01-01";
const ABOUT_BYTES = 4_000;
// Of the web as well as of Node.
const encoder = new TextEncoder();

const SUBJECTS = [
  "트랜잭션",
  "인덱스",
  "컨슈머",
  "캐시",
  "스레드",
  "배포",
  "테스트",
  "로그",
  "쿼리",
  "커넥션 풀",
  "이벤트 루프",
  "가비지 컬렉션",
];
const TAGS = [
  "자바",
  "자바/스프링",
  "DB",
  "카프카",
  "redis",
  "k8s",
  "테스트",
  "네트워크",
  "회사",
  "독서",
  "경제",
  "운동",
];
const PREDICATES = [
  "설정을 바꾸고 나서야 느려진 까닭을 알게 되었습니다",
  "문서를 끝까지 읽지 않아 두 시간을 돌아갔습니다",
  "기본값을 믿지 말고 재어 보자고 적어 둡니다",
  "`max.poll.records` 값을 줄이자 잠잠해졌습니다",
  "동료에게 설명하다가 모르는 곳을 찾았습니다",
  "[공식 문서](https://example.com/docs?q=1)에 이미 적혀 있었습니다",
];

/** Numbers from 0 up to 1, the same on every run and machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The notes of a notebook that grew over years: several dialects of names and front matter, about 4 KB each. */
export function* generateNotes(count: number): Generator<GeneratedFile> {
  const random = randomFrom(count);
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? "";
  const invented = inventedText(random);
  const first = parseDay(FIRST_DAY);
  if (first === undefined) throw new RangeError(FIRST_DAY);
  for (let index = 0; index < count; index++) {
    const day = addDays(first, Math.floor((index * 4_000) / count));
    const subject = `${pick(SUBJECTS)} ${pick(SUBJECTS)} ${index}`;
    const tags = [pick(TAGS), pick(TAGS)];
    const { path, head } = dialect(index, day, subject, tags);
    yield { path, text: `${head}${bodyOf(pick, invented, head.length)}` };
  }
}

function bodyOf(pick: (words: readonly string[]) => string, invented: InventedText, headLength: number): string {
  let body = "";
  let bytes = headLength;
  for (let line = 0; bytes < ABOUT_BYTES; line++) {
    const text =
      line % 3 !== 0
        ? invented.line()
        : line % 12 === 9
          ? `\n## ${invented.word()} ${pick(SUBJECTS)}\n\n`
          : line % 36 === 12
            ? "\n```java\n// 주석\nvar pool = new HikariDataSource(config);\n```\n\n"
            : `${line % 4 === 3 ? "  " : ""}- ${pick(SUBJECTS)}: ${pick(PREDICATES)}. 그래서 ${pick(SUBJECTS)}도 함께 보았고, ${pick(PREDICATES)}.\n`;
    body += text;
    bytes += encoder.encode(text).length;
  }
  return body;
}

/** One of the ways in which repositories name and head their notes. */
function dialect(index: number, day: Day, subject: string, tags: readonly string[]): { path: string; head: string } {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const folder = `${day.slice(0, 4)}/${day.slice(5, 7)}`;
  const slug = subject.replaceAll(" ", "-");
  switch (index % 8) {
    case 0:
    case 1:
      return {
        path: `토막글/${folder}/${day}-토막글-${index}.md`,
        head: `---\ntitle: 오늘의 토막글 ${index}\ndate: ${day} 23:10:00 +0900\ncategories: [토막글]\ntags: [${tags.join(", ")}]\n---\n\n`,
      };
    case 2:
      return {
        path: `TIL/${folder}/${day}-${slug}.md`,
        head: `---\ntitle: "${subject}: 정리"\ndate: ${day}T10:00:00.000Z\ncategories:\n  - TIL\ntags:\n  - ${tags.join("\n  - ")}\nlink: https://example.com/${index}\n---\n\n`,
      };
    case 3:
      return { path: `TIL/${folder}/${slug}.md`, head: `# ${subject}\n\n> ${day}\n\n` };
    case 4:
      return {
        path: `_posts/${day}-${slug}.md`,
        head: `---\nlayout  : post\ntitle   : ${subject}\ntag     : ${tags.join(" ")}\ndate    : ${day} 09:00:00 +0900 # 고침\n---\n\n`,
      };
    case 5:
      return { path: `${year}/${month}월/${day.replaceAll("-", "")}_${slug}.md`, head: `# ${subject}\n\n` };
    case 6:
      return {
        path: `content/til/${slug}.md`.normalize("NFD"),
        head: `+++\ntitle = "${subject}"\ndate = ${day}T09:00:00+09:00\ntags = ["${tags.join('", "')}"]\n+++\n\n`,
      };
    default:
      return {
        path: `일기/${year}/${String(month).padStart(2, "0")}/${String(dayOfMonth).padStart(2, "0")}-${index}.md`,
        head: `---\ntitle: ${subject}\ncreated: ${day}\ntags: []\n---\n\n## 오늘 한 일\n\n`,
      };
  }
}
