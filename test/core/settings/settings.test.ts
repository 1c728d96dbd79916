import { describe, expect, it } from "vitest";
import { readSettings, SETTING_KEYS, type SettingKey } from "../../../src/core/settings/settings.ts";
import { defaultOf, settingsWith } from "../../support/notebook.ts";

const read = (values: Partial<Record<SettingKey, unknown>>) =>
  readSettings({ get: (key) => (key in values ? values[key] : defaultOf(key)), getDefault: defaultOf });

describe("readSettings", () => {
  it("reads the defaults without a problem", () => {
    expect(read({}).problems).toEqual([]);
    expect(settingsWith().dayRule).toEqual({ timeZone: "Asia/Seoul", dayStartsAt: 0 });
  });

  it.each([
    ["timeZone", "Asia/Nowhere"],
    ["timeZone", 9],
    ["dayStartsAt", "24:00"],
    ["dayStartsAt", "4"],
    ["exclude", "**/x"],
    ["exclude", [1]],
    ["exclude", ["**/[z-a]"]],
    ["exclude", ["__proto__"]],
    ["exclude", ["a\nb"]],
    ["tomak.path", "  "],
    ["tomak.title", "오늘의 토막글"],
    ["tomak.title", "{{ number }} {{ number }}"],
    ["til.path", null],
    ["retro.site", "gatsby"],
    ["retro.title", ""],
    ["retro.style", "KPT"],
    ["retro.picture", "png"],
    ["retro.tilOrder", "title"],
    ["retro.star", "★"],
    ["retro.star", ["#"]],
    ["retro.frontMatterFormat", "json"],
    ["retro.tags", {}],
    ["retro.frontMatter", []],
    ["retro.frontMatter", null],
    ["tree.splitTagsOver", 0],
    ["tree.splitTagsOver", Number.NaN],
  ] as const)("takes the default for %s = %j, and says so", (key, value) => {
    const { settings, problems } = read({ [key]: value });
    expect(settings).toEqual(settingsWith());
    expect(problems).toEqual([{ key, expected: expect.stringMatching(/[가-힣]/) }]);
  });

  it("throws for a default that cannot be used", () => {
    expect(() => readSettings({ get: () => undefined, getDefault: () => undefined })).toThrow(/default/);
  });

  it("asks for no key that is not one of the settings", () => {
    const asked = new Set<string>();
    const get = (key: SettingKey): unknown => {
      asked.add(key);
      return defaultOf(key);
    };
    readSettings({ get, getDefault: defaultOf });
    // `notebook` says where the notebook is, so it is read before there is one.
    expect([...asked, "notebook"].sort()).toEqual([...SETTING_KEYS].sort());
  });
});
