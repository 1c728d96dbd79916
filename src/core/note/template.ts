import { AssertionError, type Context, type Emitter, Liquid, LiquidError, toValue } from "liquidjs";
import { particleOf, withParticle } from "../text/particle.ts";
import { slugOf } from "./fileName.ts";
import { renderDoubleQuoted, renderScalar, renderSingleQuoted } from "./frontMatter/scalar.ts";
import type { RenderTemplate } from "./renderTemplate.ts";

/** Stands where the template puts the cursor until the text is finished: noncharacters, which no text has (Unicode, 23.7). */
const CURSOR = "\uFDD0\uFDD1\uFDD0";

/**
 * Templates come with the notebook, so they may come from a stranger: no files, no prototype chain,
 * and limits on parsing, loops and output. Units as liquidjs documents them (characters, ms, allocations); output is
 * counted as allocated.
 */
const engine = new Liquid({
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  ownPropertyOnly: true,
  templates: {},
  parseLimit: 1_000_000,
  renderLimit: 2_000,
  memoryLimit: 50_000_000,
});

/** Output by a template, also into a variable (`capture`); liquidjs itself counts only what its filters make. */
class CountedOutput implements Emitter {
  buffer = "";
  readonly #limit: Context["memoryLimit"];

  constructor(limit: Context["memoryLimit"]) {
    this.#limit = limit;
  }

  write(value: unknown): void {
    const text = textOf(value);
    this.#limit.use(text.length);
    this.buffer += text;
  }
}

/** The text of a value as liquidjs itself writes it. */
function textOf(value: unknown): string {
  const plain: unknown = toValue(value);
  if (Array.isArray(plain)) return plain.map(textOf).join("");
  return plain === undefined || plain === null ? "" : String(plain);
}

const { renderer } = engine;
const renderTemplates = renderer.renderTemplates.bind(renderer);
renderer.renderTemplates = (templates, context, emitter = new CountedOutput(context.memoryLimit)) =>
  renderTemplates(templates, context, emitter);

engine.registerFilter("yaml", (value: unknown) => yamlOf(value));
engine.registerFilter("quoted", (value: unknown, style: unknown) => quotedOf(value, style === "single"));
engine.registerFilter("slug", (value: unknown) => slugOf(String(value)));
engine.registerFilter("josa", (value: unknown, particle: unknown) => josaOf(String(value), String(particle)));

export const renderTemplate: RenderTemplate = (template, variables) => {
  try {
    const rendered: unknown = engine.parseAndRenderSync(template, { ...variables, cursor: CURSOR });
    const text = String(rendered);
    const cursor = text.indexOf(CURSOR);
    return { ok: true, text: text.replaceAll(CURSOR, ""), cursor: cursor < 0 ? undefined : cursor };
  } catch (error) {
    // A template longer than the parser's limit: no line of it is to blame.
    if (error instanceof AssertionError) return { ok: false, line: undefined, message: error.message };
    if (!LiquidError.is(error)) throw error;
    const [line] = error.token.getPosition();
    return { ok: false, line, message: error.message.split("\n")[0] ?? error.message };
  }
};

/** Throws for an unknown pair, which the engine reports with its line. */
function josaOf(word: string, text: string): string {
  const particle = particleOf(text);
  if (particle === undefined) throw new Error(`no such particle: ${text}`);
  return withParticle(word, particle);
}

/** In quotes that YAML and TOML both read; a list of such texts. */
function quotedOf(value: unknown, isSingle: boolean): string {
  if (Array.isArray(value)) return `[${value.map((item) => quotedOf(item, isSingle)).join(", ")}]`;
  return isSingle ? renderSingleQuoted(String(value)) : renderDoubleQuoted(String(value));
}

function yamlOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => renderScalar(String(item), "flow")).join(", ")}]`;
  return renderScalar(String(value));
}
