import type { Gap, WalkDoorState } from "#app/domain/gap-walks/gap.ts";
import { teamWays } from "./team-ways.ts";

export const gapWalks = {
  title: teamWays.walk,
  titleOf: (village: string) => `Đi thăm tối nay: ${village}`,
  lead: "Chọn một việc, ứng dụng chọn sẵn tám hộ gần nhau. Đi tới đâu bấm ghi việc tới đó.",
  gaps: {
    never_visited: "Chưa được thăm lần nào",
    not_surveyed: "Chưa khảo sát",
    eid: "Chưa có VNeID mức 2",
    payment: "Chưa có tài khoản thanh toán",
    health_book: "Chưa có sổ sức khỏe điện tử",
    first_steps: "Có điện thoại mà chưa biết dùng",
    selling: "Làm ra hàng mà chưa bán trên mạng",
  } satisfies Record<Gap, string>,
  countOf: (gap: string, doors: string) => `${gap} (${doors} hộ)`,
  make: "Lập danh sách tám hộ",
  gap: "Việc cần làm",
  lane: "Bắt đầu từ ngõ",
  anyLane: "Nơi các hộ gần nhau nhất",
  forWhom: "Giao cho",
  me: "Tôi",
  submit: "Lấy danh sách",
  made: "Đã có danh sách tối nay.",
  dropped: "Đã bỏ danh sách. Các hộ lại vào chung.",
  own: "Danh sách của tôi",
  of: (name: string) => `Danh sách của ${name}`,
  done: (done: number, all: number) => `${done}/${all} hộ đã xong`,
  states: {
    open: "Chưa đến",
    sent: "Đã ghi, chờ xác nhận",
    verified: "Đã xác nhận",
  } satisfies Record<WalkDoorState, string>,
  people: (names: string) => `Cần giúp: ${names}`,
  lacking: (count: number) => `${count} người trong hộ cần giúp`,
  also: (names: string) => `Tiện thể hỏi: ${names}`,
  log: "Ghi việc",
  ask: "Hỏi khảo sát",
  drop: "Bỏ danh sách này",
  dropSure: "Tôi không đi danh sách này nữa",
  noneTitle: "Không còn hộ nào thiếu",
  noneBody: "Theo danh sách hộ và khảo sát, chưa thấy hộ nào cần đi thăm. Hỏi khảo sát để biết thêm.",
};

export const gapWalksArea = { name: "gapWalks", words: gapWalks } as const;
