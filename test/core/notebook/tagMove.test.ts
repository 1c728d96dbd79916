import { describe, expect, it } from "vitest";
import { tagMove } from "../../../src/core/notebook/tagMove.ts";

describe("moving tags", () => {
  it.each<[string, readonly string[], string, Readonly<Record<string, string | undefined>>]>([
    [
      "takes what is below along",
      ["spring"],
      "framework/spring",
      { spring: "framework/spring", "spring/boot": "framework/spring/boot", springs: undefined, "a/spring": undefined },
    ],
    [
      "below itself leaves what is there",
      ["a"],
      "a/b",
      { a: "a/b", "a/c": "a/b/c", "a/b": undefined, "a/b/c": undefined },
    ],
    ["into its parent", ["a/b"], "a", { "a/b": "a", "a/b/c": "a/c", a: undefined, "a/x": undefined }],
    ["joins several", ["K8S", "kube"], "k8s", { K8S: "k8s", kube: "k8s", "kube/pod": "k8s/pod", k8s: undefined }],
    ["to its own name is for its spelling alone", ["a"], "a", { a: "a", "a/b": undefined }],
  ])("%s", (_, from, to, expected) => {
    const rename = tagMove(from, to);
    for (const [tag, name] of Object.entries(expected)) expect(rename(tag), tag).toBe(name);
    // Once more changes nothing.
    for (const name of Object.values(expected))
      if (name !== undefined && !from.includes(name)) expect(rename(name)).toBe(undefined);
  });
});
