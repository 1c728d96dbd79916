import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { WEEK_STARTS } from "../src/core/calendar/week.ts";
import { RETRO_STYLES } from "../src/core/retro/styles/styles.ts";
import {
  FRONT_MATTER_FORMATS,
  MODEL_USES,
  PUSH_WAYS,
  readSettings,
  SETTING_KEYS,
  SITES,
  TIL_ORDERS,
} from "../src/core/settings/settings.ts";
import {
  CALENDAR_VIEW,
  CHAT_PARTICIPANT,
  COMMANDS,
  CONFIGURATION_SECTION,
  CONTEXT_KEYS,
  type ContextKeys,
  commandId,
  contextKeyId,
  NOTES_VIEW,
  TOOLS,
  TOPICS_VIEW,
  toolId,
} from "../src/ids.ts";
import { defaultOf } from "./support/notebook.ts";

const { contributes } = manifest;
const ids = COMMANDS.map(commandId);

/** Every `when` and `enablement` of the manifest. */
function conditionsIn(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === "when" || key === "enablement") && typeof inner === "string" ? [inner] : conditionsIn(inner),
  );
}

const conditions = conditionsIn(contributes);
const menus = Object.entries<readonly { command: string; when?: string }[]>(contributes.menus);
const isThere = (path: string): boolean => existsSync(fileURLToPath(new URL(`../${path}`, import.meta.url)));

describe("commands", () => {
  it("are those of ids.ts", () => {
    expect(contributes.commands.map(({ command }) => command).sort()).toEqual([...ids].sort());
  });

  it.each(contributes.commands)("$command has a Korean title below 토막노트", ({ command, title, category }) => {
    expect(title).toMatch(/^(?:TIL )?[가-힣]/);
    expect(category).toBe("토막노트");
    // What the palette shows is found by its English name as well.
    const isHidden = contributes.menus.commandPalette.some((item) => item.command === command && item.when === "false");
    expect(/ \([A-Z][^)]+\)$/.test(title), title).toBe(!isHidden);
  });

  it("that need a row of the tree are hidden from the palette", () => {
    const inTree = contributes.menus["view/item/context"].map(({ command }) => command);
    const hidden = contributes.menus.commandPalette
      .filter(({ when }) => when === "false")
      .map(({ command }) => command);
    expect([...hidden].sort()).toEqual([...new Set(inTree)].sort());
  });

  it("in menus, keys and welcome views are commands there are", () => {
    const used = [
      ...menus.flatMap(([, items]) => items.map(({ command }) => command)),
      ...contributes.keybindings.map(({ command }) => command),
      ...contributes.viewsWelcome.flatMap(({ contents }) =>
        [...contents.matchAll(/\(command:(tomaknote\.[^)]+)\)/g)].map((match) => match[1] ?? ""),
      ),
    ];
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter((command) => !ids.includes(command))).toEqual([]);
  });

  it("that write are off until the workspace is trusted", () => {
    const writing =
      /^tomaknote\.(?:new|make|import|export|ask|customize|add|remove|rename|renumber|merge|tidy|delete|publish|commit)/;
    const wrong = contributes.commands.filter(
      (entry) => writing.test(entry.command) !== ("enablement" in entry && entry.enablement === "isWorkspaceTrusted"),
    );
    expect(wrong.map(({ command }) => command)).toEqual([]);
  });
});

describe("language models", () => {
  it("have the tools of ids.ts, each told to people in Korean and to models as reading", () => {
    const tools = contributes.languageModelTools;
    expect(tools.map(({ name }) => name).sort()).toEqual(TOOLS.map(toolId).sort());
    for (const { name, userDescription, modelDescription, inputSchema, canBeReferencedInPrompt, ...tool } of tools) {
      expect([userDescription, tool.displayName].join(), name).toMatch(/^[^a-z]*[가-힣]/);
      expect(modelDescription, name).toMatch(/Private notes are .*Read-only\.$/);
      expect(inputSchema.required, name).toHaveLength(1);
      expect([canBeReferencedInPrompt, tool.toolReferenceName], name).toEqual([true, expect.stringMatching(/^tomak/)]);
    }
  });

  it("have one participant, whose commands are described in Korean", () => {
    const [participant, ...more] = contributes.chatParticipants;
    expect([participant?.id, more]).toEqual([CHAT_PARTICIPANT, []]);
    expect(participant?.commands.map(({ name }) => name)).toEqual(["find", "retro", "quiz"]);
    for (const { description } of participant?.commands ?? []) expect(description).toMatch(/[가-힣]/);
  });

  it("are let in by the person's own settings alone, whatever a folder says", () => {
    const { "tomaknote.recall.useModel": use, "tomaknote.recall.model": model } = contributes.configuration.properties;
    expect([use.scope, model.scope]).toEqual(["application", "application"]);
  });
});

describe("views", () => {
  it("are those of ids.ts", () => {
    expect(
      Object.values(contributes.views)
        .flat()
        .map(({ id }) => id),
    ).toEqual([NOTES_VIEW, TOPICS_VIEW, CALENDAR_VIEW]);
    expect(Object.keys(contributes.views)).toEqual(contributes.viewsContainers.activitybar.map(({ id }) => id));
    expect([...new Set(contributes.viewsWelcome.map(({ view }) => view))]).toEqual([NOTES_VIEW, TOPICS_VIEW]);
    const inTree = menus.filter(([place]) => place.startsWith("view/")).flatMap(([, items]) => items);
    const views = [NOTES_VIEW, TOPICS_VIEW, CALENDAR_VIEW].map((view) => `view == ${view}`);
    expect(inTree.filter(({ when = "" }) => !views.includes(when.split(" && ")[0] ?? ""))).toEqual([]);
  });
});

describe("conditions", () => {
  const VALUES: { readonly [Key in keyof ContextKeys]: readonly ContextKeys[Key][] } = {
    state: ["none", "choose", "loading", "empty", "ready"],
    groupBy: ["month", "tag"],
    filtered: [true, false],
    reading: ["no", "reading", "stopped"],
    draft: [true, false],
  };

  it("ask for nothing but our context keys and what the editor sets", () => {
    const editors = ["view", "viewItem", "isWorkspaceTrusted", "resourceLangId", "resourcePath"];
    const known = new Set([...editors, "false", ...CONTEXT_KEYS.map(contextKeyId)]);
    const asked = conditions.flatMap((condition) =>
      condition.split(/\s*(?:&&|\|\|)\s*/).map((term) => term.replace(/^!/, "").split(/\s/)[0] ?? ""),
    );
    expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
  });

  it("compare our keys with values they take", () => {
    for (const key of CONTEXT_KEYS) {
      const compared = conditions.flatMap((condition) =>
        [...condition.matchAll(new RegExp(`${contextKeyId(key)} [!=]= (\\S+)`, "g"))].map((match) => match[1]),
      );
      const values: readonly string[] = VALUES[key].map(String);
      expect(compared.filter((value) => value === undefined || !values.includes(value))).toEqual([]);
    }
  });

  it("use every key", () => {
    for (const key of CONTEXT_KEYS)
      expect(
        conditions.some((condition) => condition.includes(contextKeyId(key))),
        key,
      ).toBe(true);
  });
});

describe("settings", () => {
  const properties = Object.entries(contributes.configuration.properties);

  it("are those that settings.ts reads", () => {
    expect(properties.map(([key]) => key).sort()).toEqual(
      SETTING_KEYS.map((key) => `${CONFIGURATION_SECTION}.${key}`).sort(),
    );
  });

  it("have defaults that can be used", () => {
    expect(readSettings({ get: defaultOf, getDefault: defaultOf }).problems).toEqual([]);
    for (const key of SETTING_KEYS) expect(defaultOf(key), key).not.toBeUndefined();
  });

  it("are described in Korean, in the order of the page", () => {
    expect(properties.map(([, { order }]) => order)).toEqual(properties.map((_, index) => index + 1));
    for (const [key, { markdownDescription }] of properties) expect(markdownDescription, key).toMatch(/[가-힣]/);
  });

  const configuration = contributes.configuration.properties;

  it.each([
    ["uses of a model", configuration["tomaknote.recall.useModel"], MODEL_USES],
    ["sites", configuration["tomaknote.retro.site"], ["auto", ...SITES]],
    ["styles", configuration["tomaknote.retro.style"], RETRO_STYLES],
    ["orders of TIL", configuration["tomaknote.retro.tilOrder"], TIL_ORDERS],
    ["ways of pushing", configuration["tomaknote.git.push"], PUSH_WAYS],
    ["days weeks start on", configuration["tomaknote.weekStartsOn"], WEEK_STARTS],
    ["formats of front matter", configuration["tomaknote.retro.frontMatterFormat"], FRONT_MATTER_FORMATS],
  ])("offer the %s there are, each described", (_, setting, values) => {
    expect(setting.enum).toEqual(values);
    expect(setting.enumDescriptions).toHaveLength(values.length);
    expect(values).toContain(setting.default);
  });

  it("that an untrusted workspace may not set are settings there are, and include every path and template", () => {
    const restricted: readonly string[] = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
    const keys = properties.map(([key]) => key);
    expect(restricted.filter((key) => !keys.includes(key))).toEqual([]);
    expect(
      keys.filter((key) => /\.(?:notebook|path|title|frontMatter)$/.test(key) && !restricted.includes(key)),
    ).toEqual([]);
  });
});

describe("what ships", () => {
  it("names files that are there", () => {
    const files = [
      manifest.icon,
      ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
      ...contributes.snippets.map(({ path }) => path),
      ...contributes["markdown.previewStyles"],
    ];
    expect(files.filter((path) => !isThere(path))).toEqual([]);
  });

  it("is built from the three doors", () => {
    expect([manifest.main, manifest.browser, manifest.bin.tomaknote]).toEqual([
      "./dist/extension.js",
      "./dist/web/extension.js",
      "./dist/cli.js",
    ]);
  });

  it("starts for its views, its commands and folders that it has been used in", () => {
    // Since VS Code 1.74 the first two are implied by what is contributed. In such a folder, tags are completed and drafts
    // lead to their notes before a view is opened; elsewhere nobody has asked for that.
    expect(manifest.activationEvents).toEqual(["workspaceContains:.tomaknote"]);
  });

  it("runs in forks that lag behind, on the API it is checked against", () => {
    const [, major, minor] = /^\^(\d+)\.(\d+)\.0$/.exec(manifest.engines.vscode) ?? [];
    expect([Number(major), Number(minor) <= 100]).toEqual([1, true]);
    expect(manifest.devDependencies["@types/vscode"]).toMatch(new RegExp(`^~${major}\\.${minor}\\.`));
  });

  it("has no path of the machine it was written on in its texts", () => {
    const text = readFileSync(fileURLToPath(new URL("../package.json", import.meta.url)), "utf8");
    expect(text).not.toMatch(/\/(?:home|work|Users|tmp)\//);
  });
});
