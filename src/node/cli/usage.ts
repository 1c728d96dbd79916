export const USAGE = `토막노트 (tomaknote): 매일 쓰는 토막글과 TIL을 달마다 회고로 엮습니다.

쓰는 법
  tomaknote new tomak [--day 날]                     그날의 토막글을 만듭니다. 있으면 그 경로를 알려 줍니다.
  tomaknote new til 제목 [--day 날] [--link 주소] [--tag 태그]…  TIL을 만듭니다.
  tomaknote list [--json] [--month 2025-05]          노트를 오래된 것부터 늘어놓습니다.
  tomaknote find 낱말… [--json] [--limit 20]         낱말이 모두 있는 노트를 '경로:줄: 내용'으로 늘어놓습니다. 없으면 1로 끝납니다.
                                                     초성(ㅋㅍㅋ), '#태그', 종류:til, 2025-05, 5월, 지난달도 됩니다.
  tomaknote import 경로… [--as post|til|note] [--month 2025-05] [--dry-run]
                                                     회고 글을 노트로 되돌리고, Notion 내보내기와 velog·티스토리 백업(폴더나 zip), 저장한 웹 페이지, Markdown 폴더를 가져옵니다.
                                                     이미 있는 것은 다시 만들지 않습니다. --as는 무엇인지 알 수 없는 글의 종류입니다. (기본: post)
  tomaknote retro 2025-05 [--out 파일 | --stdout | --check]
                                                     그 달(2025-05), 주(2025-W18), 분기(2025-Q2), 반기(2025-H1), 해(2025)의 회고를 만들거나, 손으로 쓴 줄은 그대로 두고 다시 만듭니다.
                                                     달 대신 --previous를 적으면 지난달입니다.
                                                     --check는 쓰지 않고 바뀔 것이 있으면 1로 끝납니다.
  tomaknote publish 초안 [--date 날] [--check] [--force] [--json]
                                                     초안을 점검하고 블로그의 글 자리로 옮깁니다. 오류가 있으면 옮기지 않고 1로 끝납니다.
                                                     --date는 글의 날(기본: 오늘), --check는 점검만, --force는 오류가 있어도 냅니다.
  tomaknote check [--month 2025-05]                  읽지 못한 노트와, 빠지거나 겹치거나 날짜순이 아닌 토막글 번호를 찾습니다.
                                                     --month는 그 달에 토막글이 없는 날도 알려 줍니다.
  tomaknote tags [--json]                            태그를 자주 쓴 것부터 늘어놓고, 같은 태그를 다르게 적은 것 같은 묶음을 알려 줍니다.
  tomaknote recall --due [--json]                    쓴 지 한 달이 지나 아는지 물어볼 때가 된 TIL을 늘어놓습니다.

어디서나
  --notebook 폴더   노트 폴더 (기본: 지금 폴더)
  --now 시각        지금으로 여길 시각. 예: 2025-05-01T23:10:00+09:00, '2025-05-01 23:10'
  --help, --version

종료 코드: 0 잘됨, 1 찾은 문제가 있거나 하지 못함, 2 쓰는 법이 틀림
--day와 --date에는 어제, 3일 전, 지난주 금요일, 5/1, 2025-05-01처럼 적습니다.
`;

/** What was asked for cannot be understood: exit code 2. */
export class UsageError extends Error {}

/** What was asked for cannot be done, and why, in Korean: exit code 1. */
export class Failure extends Error {}
