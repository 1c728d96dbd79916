/** What the core uses of `yaml`: one bundle for all that ask for it, since every one of them would carry it otherwise. */
export { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, stringify, visit } from "yaml";
