/** Kinds of writing that begin from a template of their own, as they are offered. */
export const BEGINNINGS = [
  {
    begins: "session",
    label: "$(mic) 세션 노트",
    description: "컨퍼런스와 발표: 세션마다 메모와 Q&A",
    question: { title: "세션 노트", prompt: "컨퍼런스나 발표의 이름", placeHolder: "가을 개발자 콘퍼런스" },
  },
  {
    begins: "series",
    label: "$(list-ordered) 시리즈 글",
    description: "지난 글의 다음 번호부터",
    question: {
      title: "시리즈 글",
      prompt: "첫 글의 제목. 번호를 넣으면 다음 글이 이어집니다.",
      placeHolder: "카프카 스터디 1차시",
    },
  },
  {
    begins: "book",
    label: "$(book) 책 노트",
    description: "쪽을 밝힌 문장과 내 생각",
    question: { title: "책 노트", prompt: "책의 제목", placeHolder: "데이터베이스 첫걸음" },
  },
] as const;
