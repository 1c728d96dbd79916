/** What a person can do about a refusal of the system (errno(3)), by its code. */
const FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: "디스크가 가득 찼어요. 자리를 비운 뒤 다시 해 주세요.",
  EDQUOT: "쓸 수 있는 디스크 용량을 다 썼어요. 자리를 비운 뒤 다시 해 주세요.",
  EROFS: "읽기 전용 디스크라 쓸 수 없어요. 쓸 수 있는 곳에서 다시 해 주세요.",
  EACCES: "권한이 없어요. 파일과 폴더의 권한을 확인한 뒤 다시 해 주세요.",
  EPERM: "권한이 없어요. 파일과 폴더의 권한을 확인한 뒤 다시 해 주세요.",
  ENOENT: "파일이나 폴더가 없어요. 그사이 지우거나 옮기지 않았는지 보고 다시 해 주세요.",
  ENOTDIR: "폴더가 있어야 할 곳에 파일이 있어요. 그 파일을 옮긴 뒤 다시 해 주세요.",
  EISDIR: "파일이 있어야 할 곳에 폴더가 있어요. 그 폴더를 옮긴 뒤 다시 해 주세요.",
  ELOOP: "심볼릭 링크가 자기 자신으로 이어져 있어요. 링크를 고친 뒤 다시 해 주세요.",
  ENAMETOOLONG: "이름이 너무 길어요. 짧은 이름으로 다시 해 주세요.",
  EMFILE: "열린 파일이 너무 많아요. 다른 프로그램을 닫고 다시 해 주세요.",
  EBUSY: "다른 프로그램이 쓰고 있어요. 그 프로그램을 닫고 다시 해 주세요.",
  EIO: "디스크를 읽거나 쓰지 못했어요. 드라이브가 이어져 있는지 보고 다시 해 주세요.",
};

/** What happened and what to do, for the person; the file and the system's own words stand behind it. */
export function describeFault(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = Object.hasOwn(FAULTS, code) ? FAULTS[code] : undefined;
  return `${known ?? "뜻밖의 문제로 하지 못했어요. 입력과 노트 폴더를 확인한 뒤 다시 해 주세요."} (${said})`;
}
