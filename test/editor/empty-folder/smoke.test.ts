import { activeExtension, filesUnder, workspaceFolder } from "../support.ts";

describe("the editor under test with an empty folder", () => {
  it("activates the extension, which writes nothing of its own accord", async () => {
    await activeExtension();
    const files = await filesUnder(workspaceFolder());
    if (files.length > 0) throw new Error(files.join(", "));
  });
});
