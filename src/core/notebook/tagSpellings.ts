import { searchable } from "../text/hangul.ts";
import { withParticle } from "../text/particle.ts";

export interface CountedTag {
  readonly tag: string;
  readonly count: number;
}

/** Why spellings look like one tag. */
export type SpellingReason =
  /** `K8S`, `k8s`. */
  | "case"
  /** `open-source`, `opensource`, `open source`. */
  | "separator"
  /** `test`, `tests`. */
  | "plural"
  /** `회고를`, `회고`. */
  | "particle";

export interface SpellingGroup {
  readonly reason: SpellingReason;
  /** The one to keep is first: the most used; for a particle the tag without it. */
  readonly tags: readonly CountedTag[];
}

/**
 * Tags that may be one tag in several spellings. Only suggestions: nothing says that `e-book` and `ebook` are one. What
 * differs in a letter, a `+` or a `#` (`java` and `javascript`, `c` and `c++`) or in its script (`go` and `고`) is never one.
 */
export function tagSpellings(counts: readonly CountedTag[]): readonly SpellingGroup[] {
  const known = withAncestors(counts);
  const groups = [...groupsBySpelling(known), ...plurals(known), ...particles(known)];
  const uses = (group: SpellingGroup): number => group.tags.reduce((sum, { count }) => sum + count, 0);
  return groups.sort((a, b) => uses(b) - uses(a) || ((a.tags[0]?.tag ?? "") < (b.tags[0]?.tag ?? "") ? -1 : 1));
}

/** `k8s/pod` makes `k8s` a tag as well, with the notes of all below it. */
function withAncestors(counts: readonly CountedTag[]): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const { tag, count } of counts) {
    for (let at = tag.indexOf("/"); at > 0; at = tag.indexOf("/", at + 1)) {
      const parent = tag.slice(0, at);
      known.set(parent, (known.get(parent) ?? 0) + count);
    }
    known.set(tag, (known.get(tag) ?? 0) + count);
  }
  return known;
}

function groupsBySpelling(known: ReadonlyMap<string, number>): readonly SpellingGroup[] {
  const groups = new Map<string, CountedTag[]>();
  for (const [tag, count] of known) {
    const key = spellingKey(tag);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [{ tag, count }]);
    else members.push({ tag, count });
  }
  return [...groups.values()].flatMap((members): readonly SpellingGroup[] => {
    // `k8s/pod` and `K8S/pod` become one with their parents.
    if (new Set(members.map(({ tag }) => tag.slice(tag.lastIndexOf("/") + 1))).size < 2) return [];
    const isCase = new Set(members.map(({ tag }) => searchable(tag))).size === 1;
    return [{ reason: isCase ? "case" : "separator", tags: mostUsedFirst(members) }];
  });
}

/** Without letter case and separators; those between digits tell numbers apart (`1-12`, `11-2`). */
function spellingKey(tag: string): string {
  return searchable(tag)
    .split("/")
    .map((part) => part.replace(/(?<!\d)[-_. ]+|[-_. ]+(?!\d)/g, "") || part)
    .join("/");
}

function mostUsedFirst(tags: readonly CountedTag[]): readonly CountedTag[] {
  return [...tags].sort((a, b) => b.count - a.count || (a.tag < b.tag ? 1 : -1));
}

/** Latin words of some length; not `class`, `redis`, `keras`, `macos`, `nextjs`, `graphics`, `aws`. */
const PLURAL = /^[a-z-]{4,}(?<![aciojsuw])s$/;
/** Words that end in `s` and have another meaning without it. */
const NO_PLURALS: ReadonlySet<string> = new Set(["https", "rails", "sails"]);

function plurals(known: ReadonlyMap<string, number>): readonly SpellingGroup[] {
  return [...known].flatMap(([tag, count]): readonly SpellingGroup[] => {
    const last = tag.slice(tag.lastIndexOf("/") + 1).toLowerCase();
    const singular = tag.slice(0, -1);
    const single = known.get(singular);
    if (single === undefined || !PLURAL.test(last) || NO_PLURALS.has(last)) return [];
    return [
      {
        reason: "plural",
        tags: mostUsedFirst([
          { tag, count },
          { tag: singular, count: single },
        ]),
      },
    ];
  });
}

/** Particles that follow the last letter, and such that never change. `도` and `만` make other nouns too often (제주도). */
const PAIRS = ["을/를", "이/가", "은/는", "와/과", "으로/로"] as const;
const FIXED = ["에서", "에게", "까지", "부터", "처럼", "의", "에"] as const;

function particles(known: ReadonlyMap<string, number>): readonly SpellingGroup[] {
  return [...known].flatMap(([tag, count]): readonly SpellingGroup[] => {
    for (const length of [1, 2]) {
      const stem = tag.slice(0, -length);
      const plain = known.get(stem);
      // 회의 is no 회 with a particle.
      if (plain === undefined || stem.slice(stem.lastIndexOf("/") + 1).length < 2) continue;
      if (!isParticleOf(stem, tag.slice(-length))) continue;
      return [
        {
          reason: "particle",
          tags: [
            { tag: stem, count: plain },
            { tag, count },
          ],
        },
      ];
    }
    return [];
  });
}

function isParticleOf(stem: string, ending: string): boolean {
  if (FIXED.some((particle) => particle === ending)) return true;
  const pair = PAIRS.find((particle) => particle.split("/").includes(ending));
  if (pair === undefined) return false;
  // How a Latin word sounds is a guess; whichever was written is one.
  return !/[가-힣]$/.test(stem) || withParticle(stem, pair) === stem + ending;
}
