/**
 * What stopped sending commits, by the codes of the editor's Git extension (`gitErrorCode`), and what to do. The commits are
 * made.
 */
export function pushProblem(code = ""): string {
  return (
    PROBLEMS.get(code) ?? "커밋은 했지만 원격 저장소로 올리지 못했어요. 소스 제어 보기에서 다시 올려(Push) 주세요."
  );
}

const PROBLEMS: ReadonlyMap<string, string> = new Map([
  [
    "PushRejected",
    "커밋은 했지만 원격 저장소에 먼저 올라온 커밋이 있어 올리지 못했어요. 소스 제어 보기에서 받아(Pull) 합친 뒤 다시 올려 주세요.",
  ],
  [
    "NoUpstreamBranch",
    "커밋은 했지만 올릴 곳이 정해지지 않은 브랜치예요. 소스 제어 보기에서 브랜치를 게시(Publish Branch)해 주세요.",
  ],
  [
    "NoRemoteRepositorySpecified",
    "커밋은 했지만 원격 저장소가 없어요. 저장소를 만들어 소스 제어 보기에서 게시해 주세요.",
  ],
  [
    "AuthenticationFailed",
    "커밋은 했지만 원격 저장소에 로그인하지 못했어요. 계정과 권한을 확인하고 소스 제어 보기에서 다시 올려 주세요.",
  ],
  [
    "RemoteConnectionError",
    "커밋은 했지만 원격 저장소에 이어지지 않았어요. 네트워크를 확인하고 소스 제어 보기에서 다시 올려 주세요.",
  ],
]);
