export interface TemplateFilter {
  readonly name: string;
  readonly description: string;
}

/** Filters worth offering: our own, and those of Liquid that notes and posts have a use for. */
export const TEMPLATE_FILTERS: readonly TemplateFilter[] = [
  { name: "yaml", description: "값을 머리말(YAML)에 안전하게 적습니다. 목록에는 대괄호를 두릅니다." },
  {
    name: "quoted",
    description: "값을 큰따옴표로 둘러 적습니다. YAML과 TOML에서 모두 읽습니다. 목록에는 대괄호를 두릅니다.",
  },
  { name: "slug", description: "파일 이름에 쓸 모양으로 바꿉니다." },
  { name: "josa", description: '받침에 맞는 조사를 붙입니다. 예: `josa: "을/를"`' },
  { name: "append", description: "뒤에 글자를 붙입니다." },
  { name: "prepend", description: "앞에 글자를 붙입니다." },
  { name: "replace", description: "글자를 다른 글자로 모두 바꿉니다." },
  { name: "remove", description: "글자를 모두 지웁니다." },
  { name: "slice", description: "글자의 한 부분을 뗍니다." },
  { name: "strip", description: "앞뒤의 빈칸을 지웁니다." },
  { name: "upcase", description: "로마자를 대문자로 바꿉니다." },
  { name: "downcase", description: "로마자를 소문자로 바꿉니다." },
  { name: "escape", description: "HTML에서 뜻이 있는 글자를 바꿉니다." },
  { name: "date", description: "날짜를 다른 모양으로 적습니다." },
  { name: "default", description: "비어 있을 때 쓸 값을 정합니다." },
  { name: "join", description: "목록을 한 줄로 잇습니다." },
  { name: "split", description: "글자를 나누어 목록으로 만듭니다." },
  { name: "size", description: "글자나 항목의 수" },
  { name: "first", description: "목록의 첫 항목" },
  { name: "last", description: "목록의 마지막 항목" },
  { name: "where", description: "목록에서 값이 맞는 항목만 남깁니다." },
  { name: "map", description: "목록의 항목마다 한 값을 뽑습니다." },
];
