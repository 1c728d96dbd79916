import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type ParseError, parse } from "jsonc-parser";
import manifest from "../../package.json" with { type: "json" };
import { readSettings, type SettingKey, type Settings } from "../core/settings/settings.ts";
import { hasCode } from "./files.ts";

/** `ParseErrorCode.ValueExpected` of jsonc-parser: a const enum, which cannot be imported from a module compiled alone. */
const VALUE_EXPECTED = 4;

const SETTINGS_FILE = ".vscode/settings.json";

const defaults: ReadonlyMap<string, { default: unknown }> = new Map(
  Object.entries(manifest.contributes.configuration.properties),
);

/** The settings of a notebook in a terminal: the manifest's defaults, and what the folder's own settings file says. */
export async function settingsIn(root: string): Promise<{ settings: Settings; warnings: readonly string[] }> {
  const stated = await readSettingsFile(join(root, SETTINGS_FILE));
  const warnings =
    stated === "broken" ? [`${SETTINGS_FILE}을 읽을 수 없어 기본 설정으로 합니다. JSON 문법을 확인해 주세요.`] : [];
  const values = stated === "broken" ? new Map<string, unknown>() : stated;
  const getDefault = (key: SettingKey): unknown => defaults.get(`tomaknote.${key}`)?.default;
  const { settings, problems } = readSettings({
    get: (key) => values.get(`tomaknote.${key}`) ?? getDefault(key),
    getDefault,
  });
  return {
    settings,
    warnings: [
      ...warnings,
      ...problems.map(
        ({ key, expected }) =>
          `설정 tomaknote.${key}의 값을 쓸 수 없어 기본값으로 합니다. 이렇게 적어 주세요: ${expected}`,
      ),
    ],
  };
}

async function readSettingsFile(path: string): Promise<ReadonlyMap<string, unknown> | "broken"> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return new Map();
    throw error;
  }
  const errors: ParseError[] = [];
  const value: unknown = parse(text.replace(/^\uFEFF/, ""), errors, { allowTrailingComma: true });
  // Nothing but blanks and comments is no mistake.
  const isBlank = value === undefined && errors.every(({ error }) => error === VALUE_EXPECTED);
  if (isBlank) return new Map();
  if (errors.length > 0 || typeof value !== "object" || value === null) return "broken";
  return new Map(Object.entries(value));
}
