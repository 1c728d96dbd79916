import { expect } from "chai";
import { strToU8, zipSync } from "fflate";
import * as vscode from "vscode";
import { answering, exists, inFreshNotebook, readFile, runCommand, waitFor, writeFile } from "../support.ts";

const ID = "0123456789abcdef0123456789abcdef";

describe("다른 곳의 글 가져오기", () => {
  const { at, files } = inFreshNotebook();

  /** Runs the command and takes what each of its lists offers first. */
  const bringIn = async (from: vscode.Uri): Promise<void> => {
    await answering(runCommand("tomaknote.importNotes", from));
  };

  const zip = zipSync({
    [`레디스 ${ID}.md`]: strToU8(
      `# 레디스\n\n생성 일시: 2023년 5월 19일 오후 8:26\n태그: 캐시\n\n본문\n\n![](%EB%A0%88%20${ID}/a.png)\n`,
    ),
    [`레 ${ID}/a.png`]: new Uint8Array([1, 2, 3]),
  });
  const made = ["글/2023/2023-05-19-레디스.md", "글/2023/img/2023-05-19-레디스/a.png"];

  it("creates notes and images of a zip in one step, nothing a second time, and undo takes all back", async () => {
    await writeFile(at("내보내기.zip"), zip);
    await bringIn(at("내보내기.zip"));
    expect(await files()).to.have.members([...made, "내보내기.zip"]);
    expect(await readFile(at(made[0] ?? ""))).to.equal(
      `---\ntitle: 레디스\ndate: 2023-05-19 20:26:00 +0900\ntags: [캐시]\nsource: notion:${ID}\n---\n\n본문\n\n![](img/2023-05-19-레디스/a.png)\n`,
    );
    expect([...(await vscode.workspace.fs.readFile(at(made[1] ?? "")))]).to.deep.equal([1, 2, 3]);
    await bringIn(at("내보내기.zip"));
    expect(await files()).to.have.members([...made, "내보내기.zip"]);
    await vscode.window.showTextDocument(at(made[0] ?? ""));
    await runCommand("undo");
    await waitFor("both gone", async () => !(await exists(at(made[0] ?? ""))) && !(await exists(at(made[1] ?? ""))));
  });

  it("writes nothing of a zip that leads outside", async () => {
    await writeFile(at("나쁜.zip"), zipSync({ "글.md": strToU8("글"), "../밖.md": strToU8("x") }));
    await bringIn(at("나쁜.zip"));
    expect(await files()).to.have.members(["나쁜.zip"]);
    expect(await exists(at("../밖.md"))).to.equal(false);
  });

  it("brings the documents of a folder along, and leaves what is too large where it is", async () => {
    // A folder that begins with a dot is none of the notebook's: its notes are not known yet.
    await writeFile(at(".백업/글.md"), "---\ndate: 2021-05-01\n---\n# 글\n\n[보고서](보고서.pdf) ![큰](큰.png)\n");
    await writeFile(at(".백업/보고서.pdf"), new Uint8Array([1, 2]));
    await writeFile(at(".백업/큰.png"), new Uint8Array(20_000_001));
    await bringIn(at(".백업"));
    const to = "글/2021/2021-05-01-글.md";
    expect((await files()).filter((path) => path.startsWith("글/"))).to.have.members([
      to,
      "글/2021/files/2021-05-01-글/보고서.pdf",
    ]);
    expect(await readFile(at(to))).to.contain("[보고서](files/2021-05-01-글/보고서.pdf) ![큰](큰.png)\n");
  });

  it("brings a folder in, as Markdown what was HTML", async () => {
    await writeFile(
      at("백업/7/7-글.html"),
      '<h2 class="title-article">글</h2><p class="date">2021-05-01 10:00:00</p><div class="contents_style"><p>본문 <b>굵게</b></p><script>bad()</script></div>',
    );
    await bringIn(at("백업"));
    expect(await readFile(at("글/2021/2021-05-01-글.md"))).to.equal(
      "---\ntitle: 글\ndate: 2021-05-01 10:00:00 +0900\ntags: []\nsource: tistory:7@2021-05-01\n---\n\n본문 **굵게**\n",
    );
  });
});
