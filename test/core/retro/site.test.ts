import { parse, TomlDate } from "smol-toml";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { moreFrontMatter } from "../../../src/core/retro/draftHeader.ts";
import { frontMatterFormat, isJekyll, siteFrontMatter, siteLayout } from "../../../src/core/retro/site.ts";
import { SITES, type Site } from "../../../src/core/settings/settings.ts";
import { expectGolden } from "../../support/golden.ts";
import { MemoryFiles } from "../../support/memoryFiles.ts";
import { noteOf, type SettingValues, settingsWith } from "../../support/notebook.ts";
import { goldenFile, MAY_NOTES, mayDraft } from "./monthDraft.ts";

const CHIRPY = "theme: jekyll-theme-chirpy\n";
const TOML_POST = "+++\ntitle = 'a'\n+++\n";
const YAML_POST = "---\ntitle: a\n---\n";

async function recognise(contents: Readonly<Record<string, string>>) {
  const files = new MemoryFiles(contents);
  const { site } = await siteLayout(files, settingsWith().retro);
  return { site, reads: files.reads };
}

describe("a site is recognised", () => {
  const cases: readonly (readonly [Site, string, Readonly<Record<string, string>>])[] = [
    ["chirpy", "by its theme", { "_config.yml": `lang: ko\n${CHIRPY}` }],
    ["chirpy", "by its remote theme", { "_config.yml": "remote_theme: cotes2020/jekyll-theme-chirpy@v7.2.0\n" }],
    ["chirpy", "in CRLF with a BOM", { "_config.yml": `\uFEFF${CHIRPY.replace("\n", "\r\n")}` }],
    ["chirpy", "by its gem", { "_config.yml": "title: x\n", Gemfile: 'gem "jekyll-theme-chirpy", "~> 7.2"\n' }],
    ["chirpy", "by TOML", { "_config.toml": 'theme = "jekyll-theme-chirpy"\n' }],
    [
      "minimal-mistakes",
      "by its theme, padded, beside the other way of naming it",
      {
        "_config.yml": '# theme : "x"\ntheme                    : "minimal-mistakes-jekyll"\n# remote_theme : "a/b"\n',
      },
    ],
    [
      "minimal-mistakes",
      "by its remote theme",
      { "_config.yaml": 'remote_theme: "mmistakes/minimal-mistakes@4.26.2"\n' },
    ],
    ["minimal-mistakes", "by its gem", { "_config.yml": "", Gemfile: "  gem 'minimal-mistakes-jekyll'\n" }],
    [
      "jekyll",
      "by another theme, whatever gems there are",
      { "_config.yml": "theme: minima\n", Gemfile: 'gem "jekyll-theme-chirpy"\n' },
    ],
    [
      "jekyll",
      "by a theme in a comment alone",
      { "_config.yml": `# ${CHIRPY}theme: minima # not jekyll-theme-chirpy\n` },
    ],
    ["jekyll", "by a gem in a comment alone", { "_config.yml": "", Gemfile: '# gem "jekyll-theme-chirpy"\n' }],
    ["jekyll", "by a theme that is a value inside another key", { "_config.yml": `defaults:\n  ${CHIRPY}` }],
    ["hugo", "by its configuration, whatever else there is", { "hugo.toml": "", "_config.yml": CHIRPY }],
    [
      "hugo",
      "by its own folders, beside a configuration that was set aside",
      { "_config.toml": "", "config/_default/config.toml": "", "content/_index.md": "", "archetypes/default.md": "" },
    ],
    ["plain", "by nothing", { "README.md": CHIRPY }],
  ];

  it.each(cases)("%s %s", async (site, _, files) => {
    expect((await recognise(files)).site).toBe(site);
  });

  it("with two files read at most, and none without a configuration", async () => {
    expect((await recognise({ ...MAY_NOTES, "_config.yml": "", Gemfile: "" })).reads).toEqual([
      "_config.yml",
      "Gemfile",
    ]);
    expect((await recognise({ ...MAY_NOTES, "_config.yml": CHIRPY, Gemfile: "" })).reads).toEqual(["_config.yml"]);
    expect((await recognise(MAY_NOTES)).reads).toEqual([]);
  });

  it("in time, from a configuration made to be slow", async () => {
    const hostile = `${"theme ".repeat(50_000)}\n${"theme:".repeat(50_000)}\ngem ${"(".repeat(50_000)}`;
    expect((await recognise({ "_config.yml": hostile, Gemfile: hostile })).site).toBe("jekyll");
  });
});

describe("each site", () => {
  const FILES: Readonly<Record<Site, Readonly<Record<string, string>>>> = {
    plain: {},
    jekyll: { "_config.yml": "" },
    chirpy: { "_config.yml": CHIRPY },
    "minimal-mistakes": { "_config.yml": "theme: minimal-mistakes-jekyll\n" },
    hugo: { "hugo.toml": "" },
    velog: {},
    tistory: {},
  };
  const PLACES: Readonly<Record<Site, string>> = {
    plain: "회고",
    jekyll: "_drafts",
    chirpy: "_drafts",
    "minimal-mistakes": "_drafts",
    hugo: "content/posts",
    velog: "회고",
    tistory: "회고",
  };

  it.each(SITES)("%s has its draft where it belongs, in its form", async (site) => {
    const isNamed = site === "velog" || site === "tistory";
    const values: SettingValues = isNamed ? { "retro.site": site } : {};
    const { path, text } = await mayDraft({ ...MAY_NOTES, ...FILES[site] }, values);
    expect(path).toBe(`${PLACES[site]}/2025-05-회고.md`);
    expectGolden(text, goldenFile(`site-${site}`));
    const [, yaml = ""] = text.split("---\n");
    expect(Object.keys(parseYaml(yaml))).toEqual([
      ...["title", "date", "categories", "tags", ...Object.keys(siteFrontMatter(site))],
    ]);
    expect(noteOf(path, text)).toMatchObject({ kind: "retro", retro: { month: "2025-05" } });
  });

  it("of Jekyll's is told by isJekyll", () => {
    expect(SITES.filter(isJekyll)).toEqual(["jekyll", "chirpy", "minimal-mistakes"]);
  });

  it("lets a person state otherwise what it adds", () => {
    expect(moreFrontMatter({ toc: false, mermaid: true }, { site: "minimal-mistakes" })).toBe(
      "toc: false\nmermaid: true\nlayout: single\n",
    );
    expect(moreFrontMatter({ draft: false }, { site: "hugo" })).toBe("draft: false\n");
    expect(moreFrontMatter({}, { site: "chirpy" })).toBe("");
  });
});

describe("front matter on Hugo", () => {
  const hugo = async (files: Readonly<Record<string, string>>, values: SettingValues = {}) =>
    mayDraft({ ...MAY_NOTES, "hugo.toml": "", ...files }, values);
  const toml = (text: string) => {
    const [empty, block = "", ...rest] = text.split(/^\+\+\+\n/m);
    expect([empty, rest.length]).toEqual(["", 1]);
    return parse(block);
  };

  it("in TOML", async () => {
    const { path, text, cursor } = await hugo({ "archetypes/default.md": "+++\ntitle = '{{ .Name }}'\n+++\n" });
    expectGolden(text, goldenFile("site-hugo-toml"));
    expect(toml(text)).toEqual({
      ...{
        title: "2025년 5월 회고",
        date: new TomlDate("2025-06-01T00:00:00+09:00"),
        categories: ["회고"],
        tags: ["회고"],
      },
      draft: true,
    });
    expect(text.slice(0, cursor)).toMatch(/\n\+\+\+\n\n$/);
    expect(noteOf(path, text)).toMatchObject({ kind: "retro", retro: { month: "2025-05" }, tags: ["회고"] });
  });

  it("in TOML with everything the settings can add", async () => {
    const { text } = await hugo(
      {},
      {
        "retro.frontMatterFormat": "toml",
        "retro.title": '{{ year }}: "{{ month_number }}월"\\돌아보기',
        "retro.tags": ['a, "b"', "C#"],
        "retro.frontMatter": {
          ...{ cover: { image: "/a.png", alt: null }, params: { list: [1, null, { deep: true }] }, weight: 1.5 },
          ...{ none: null, title: "무시", "두 단어": "값", authors: [{ name: "가" }, { name: "나" }] },
        },
      },
    );
    expectGolden(text, goldenFile("site-hugo-toml-more"));
    expect(toml(text)).toMatchObject({
      ...{ title: '2025: "5월"\\돌아보기', tags: ['a, "b"', "C#"], weight: 1.5, draft: true, "두 단어": "값" },
      ...{
        cover: { image: "/a.png" },
        params: { list: [1, "", { deep: true }] },
        authors: [{ name: "가" }, { name: "나" }],
      },
    });
  });

  const format = async (files: Readonly<Record<string, string>>, values: SettingValues = {}, site: Site = "hugo") =>
    frontMatterFormat(new MemoryFiles(files), settingsWith(values).retro, site, "content/posts/2025-05-회고.md");

  it.each([
    [
      "toml",
      "most posts have TOML",
      { "content/posts/a.md": TOML_POST, "content/posts/b.md": TOML_POST, "content/posts/c.md": YAML_POST },
    ],
    [
      "yaml",
      "most posts have YAML, whatever new ones are made from",
      { "content/posts/a.md": YAML_POST, "archetypes/default.md": TOML_POST },
    ],
    ["toml", "there are no posts and new ones are made in TOML", { "archetypes/default.md": TOML_POST }],
    [
      "toml",
      "posts are undecided and new ones are made in TOML",
      { "content/posts/a.md": TOML_POST, "content/posts/b.md": YAML_POST, "archetypes/default.md": TOML_POST },
    ],
    ["yaml", "nothing says otherwise", { "content/posts/a.md": "글\n" }],
    ["yaml", "other sections alone have TOML", { "content/about/a.md": TOML_POST }],
  ] as const)("is %s when %s", async (expected, _, files) => {
    expect(await format(files)).toBe(expected);
  });

  it("asks the five latest posts at most", async () => {
    const posts = Array.from({ length: 40 }, (_, index) => [
      `content/posts/${String(index).padStart(2, "0")}.md`,
      index < 35 ? YAML_POST : TOML_POST,
    ]);
    const files = new MemoryFiles(Object.fromEntries(posts));
    expect(await frontMatterFormat(files, settingsWith().retro, "hugo", "content/posts/x.md")).toBe("toml");
    expect(files.reads).toHaveLength(5);
  });

  it("is as the settings say, and YAML on every other site", async () => {
    const posts = { "content/posts/a.md": TOML_POST };
    expect(await format(posts, { "retro.frontMatterFormat": "yaml" })).toBe("yaml");
    expect(await format({}, { "retro.frontMatterFormat": "toml" })).toBe("toml");
    for (const site of SITES.filter((other) => other !== "hugo")) {
      expect(await format(posts, { "retro.frontMatterFormat": "toml" }, site), site).toBe("yaml");
    }
  });
});
