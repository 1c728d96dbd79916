import { isJekyll } from "../../retro/site.ts";
import type { Site } from "../../settings/settings.ts";
import type { Markdown } from "./markdown.ts";

const ASTERISK = "*";

/**
 * Whether `**용어(Term)**를` is bold on a site. kramdown and the remark 11 of velog open and close `*` wherever no space
 * stands on the inner side; Tistory is given the HTML that we make. Hugo's goldmark is as strict as CommonMark, which takes
 * punctuation beside a letter for no end.
 */
export function closesBesideLetters(site: Site): boolean {
  return isJekyll(site) || site === "velog" || site === "tistory";
}

/** Runs a parse in which `*` opens before and closes after everything but a space. */
export function withLenientEmphasis<T>(md: Markdown, parse: () => T): T {
  const Strict = md.inline.State;
  class Lenient extends Strict {
    override scanDelims(start: number, canSplitWord: boolean): ReturnType<InstanceType<typeof Strict>["scanDelims"]> {
      const scanned = super.scanDelims(start, canSplitWord);
      if (this.src[start] !== ASTERISK) return scanned;
      const before = start === 0 ? "" : (this.src[start - 1] ?? "");
      const after = start + scanned.length >= this.posMax ? "" : (this.src[start + scanned.length] ?? "");
      return { ...scanned, can_open: after.trim() !== "", can_close: before.trim() !== "" };
    }
  }
  md.inline.State = Lenient;
  try {
    return parse();
  } finally {
    md.inline.State = Strict;
  }
}
