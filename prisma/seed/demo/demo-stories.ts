import type { StoryField, StoryKind } from "#app/domain/stories/story.ts";

export interface DemoStory {
  /** Whose it is: a user name, or the leader of the n-th team. */
  readonly by: string | number;
  /** Days before today on which it went out; null where it has not. */
  readonly ago: number | null;
  readonly state: "published" | "submitted" | "draft" | "needs_changes";
  readonly kind: StoryKind;
  readonly field: StoryField;
  readonly title: string;
  readonly body: string;
  readonly people: readonly string[];
  readonly scene: "tea" | "market" | null;
  readonly link: string | null;
}

export const DEMO_STORIES: readonly DemoStory[] = [
  {
    by: "thanh.vien",
    ago: 96,
    state: "published",
    kind: "good_practice",
    field: "society",
    title: "Bàn trà dạy gọi video cho ông bà",
    body: "Chiều thứ bảy nào nhà văn hóa thôn cũng có một ấm trà. Ông bà mang điện thoại tới, các cháu cấp hai ngồi cạnh chỉ từng nút một.\n\nKhông ghi bảng, không phát giấy. Mỗi người gọi được một cuộc cho con ở xa thì mới về. Sau bốn buổi, 23 người tự gọi được, 9 người tự nạp tiền điện thoại.\n\nCái hay là không ai ngại hỏi lại: uống trà thì hỏi mấy lần cũng được.",
    people: ["Bà Lường Thị Ón"],
    scene: "tea",
    link: "https://langso.example.vn/ban-tra-day-goi-video",
  },
  {
    by: 1,
    ago: 63,
    state: "published",
    kind: "example",
    field: "economy",
    title: "Cả dãy hàng rau quét mã trong một phiên chợ",
    body: "Phiên chợ đầu tháng, tổ chia nhau đứng ở đầu dãy hàng rau. Ai bán cũng được in một tấm mã, treo ngay trên sạp, thử nhận một nghìn đồng từ điện thoại của tổ.\n\nHết phiên, 14 sạp có mã, 11 sạp nhận được tiền thật của khách. Tổ quay lại hai phiên sau để sửa mã bị mờ và chỉ cách xem tiền đã về.",
    people: [],
    scene: "market",
    link: null,
  },
  {
    by: "thanh.vien.hai",
    ago: 34,
    state: "published",
    kind: "fraud_warning",
    field: "society",
    title: "Cảnh báo: gọi điện xưng “cán bộ định danh” đòi mã OTP",
    body: "Mấy hôm nay trong thôn có người nhận cuộc gọi tự xưng cán bộ, nói căn cước bị sai và xin đọc mã sáu số trong tin nhắn.\n\nKhông cơ quan nào xin mã này qua điện thoại. Nhớ ba việc: tắt máy, không bấm đường dẫn, báo cho tổ hoặc công an xã.\n\nLỡ đọc mã rồi thì gọi ngay ngân hàng để khóa tài khoản.",
    people: [],
    scene: null,
    link: null,
  },
  {
    by: 3,
    ago: 12,
    state: "published",
    kind: "short_guide",
    field: "government",
    title: "Ba bước xem kết quả hồ sơ ngay trên điện thoại",
    body: "Bước một: mở ứng dụng định danh, chọn Dịch vụ công.\n\nBước hai: bấm Hồ sơ của tôi, chọn hồ sơ đã nộp.\n\nBước ba: xem dòng Trạng thái. Nếu ghi “Đã có kết quả” thì mang căn cước lên bộ phận Một cửa nhận, khỏi phải đi hỏi trước.",
    people: [],
    scene: null,
    link: null,
  },
  {
    by: 2,
    ago: null,
    state: "submitted",
    kind: "news",
    field: "common",
    title: "Đoàn viên về bản mở lớp cuối tuần",
    body: "Cuối tuần qua, mười đoàn viên về bản mở lớp ngay ở sân nhà sinh hoạt cộng đồng. Ba mươi người tham gia, nhiều người lần đầu cài sổ sức khỏe điện tử.\n\nTháng tới lớp chuyển sang buổi tối để bà con đi rẫy về kịp học.",
    people: [],
    scene: null,
    link: null,
  },
  {
    by: "thanh.vien",
    ago: null,
    state: "draft",
    kind: "example",
    field: "economy",
    title: "Chị bán cá nhận tiền qua điện thoại",
    body: "Mới đầu chị sợ tiền không về. Tổ ngồi với chị một buổi sáng, cứ mỗi khách quét xong lại mở ứng dụng ra xem.",
    people: [],
    scene: null,
    link: null,
  },
];

/** Flat pictures, drawn for the demonstration: nobody is on them. */
export const DEMO_SCENES: Readonly<Record<"tea" | "market", string>> = {
  tea: `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800">
    <rect width="1280" height="800" fill="#dff1e6"/><rect y="520" width="1280" height="280" fill="#a8703f"/>
    <circle cx="1050" cy="170" r="90" fill="#ffc94d"/><rect x="120" y="90" width="360" height="260" rx="16" fill="#fff"/>
    <rect x="150" y="120" width="300" height="200" fill="#8fd0b4"/><path d="M150 320l120-110 90 70 90-90v130z" fill="#0b6b47"/>
    <ellipse cx="640" cy="560" rx="360" ry="70" fill="#7d4f28"/><path d="M520 470q0-90 110-90t110 90v60q-110 40-220 0z" fill="#c7402d"/>
    <rect x="596" y="352" width="70" height="34" rx="17" fill="#8e2a1c"/><path d="M740 440q90 0 70 70" stroke="#c7402d" stroke-width="24" fill="none"/>
    <rect x="370" y="500" width="70" height="50" rx="12" fill="#fff"/><rect x="850" y="505" width="70" height="50" rx="12" fill="#fff"/>
    <rect x="930" y="430" width="84" height="150" rx="14" fill="#1c2b24"/><rect x="940" y="446" width="64" height="112" fill="#7fd3ff"/>
    <circle cx="972" cy="490" r="18" fill="#fff"/><path d="M950 545q22-34 44 0z" fill="#fff"/></svg>`,
  market: `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="800">
    <rect width="1280" height="800" fill="#fdf0cf"/><rect y="560" width="1280" height="240" fill="#c9b38a"/>
    <path d="M90 230h1100l70 130H20z" fill="#c7402d"/><path d="M200 230h140l-20 130H170zM480 230h140l0 130H470zM770 230h140l30 130H790z" fill="#fff"/>
    <rect x="80" y="360" width="24" height="330" fill="#7d4f28"/><rect x="1170" y="360" width="24" height="330" fill="#7d4f28"/>
    <rect x="120" y="540" width="1040" height="130" rx="10" fill="#8a5a30"/>
    <g fill="#2f9e58"><circle cx="210" cy="520" r="46"/><circle cx="300" cy="525" r="52"/><circle cx="395" cy="520" r="44"/></g>
    <g fill="#e2572b"><circle cx="880" cy="525" r="34"/><circle cx="945" cy="528" r="36"/><circle cx="1012" cy="525" r="34"/></g>
    <rect x="560" y="390" width="170" height="190" rx="12" fill="#fff"/><g fill="#1c2b24"><rect x="585" y="415" width="46" height="46"/>
    <rect x="660" y="415" width="46" height="46"/><rect x="585" y="490" width="46" height="46"/><rect x="650" y="480" width="20" height="20"/>
    <rect x="686" y="500" width="20" height="20"/><rect x="660" y="526" width="20" height="20"/></g></svg>`,
};

export interface DemoInitiative {
  readonly by: string | number;
  readonly title: string;
  readonly problem: string;
  readonly proposal: string;
  readonly unitName: string | null;
  /** Days before today of each step, in order. */
  readonly steps: readonly (readonly [
    act: "submit" | "review" | "pilot" | "recognise" | "replicate",
    ago: number,
  ])[];
}

export const DEMO_INITIATIVES: readonly DemoInitiative[] = [
  {
    by: "thanh.vien",
    title: "Thẻ nhớ ba màu cho người lớn tuổi",
    problem: "Ông bà học xong về nhà lại quên bấm nút nào trước, phải chờ con cháu.",
    proposal:
      "In thẻ nhỏ bằng bàn tay, ba màu cho ba việc hay dùng nhất, mỗi việc bốn hình. Thẻ treo cạnh điện thoại.",
    unitName: null,
    steps: [
      ["submit", 120],
      ["review", 112],
      ["pilot", 80],
      ["recognise", 41],
      ["replicate", 20],
    ],
  },
  {
    by: 1,
    title: "Tủ sạc điện thoại ở ban quản lý chợ",
    problem: "Phiên chợ đông, điện thoại hết pin là không quét được mã, bà con lại quay về tiền mặt.",
    proposal:
      "Đặt một tủ sạc có khóa ở ban quản lý chợ, tổ trực hai phiên mỗi tháng, vừa trông tủ vừa hướng dẫn.",
    unitName: null,
    steps: [
      ["submit", 52],
      ["review", 45],
      ["pilot", 16],
    ],
  },
  {
    by: "doan.thanh.nien",
    title: "Lồng ghép một tiết an toàn số vào sinh hoạt chi đoàn",
    problem: "Đoàn viên biết dùng mạng nhưng chưa biết chỉ cho người nhà cách tránh lừa đảo.",
    proposal: "Mỗi kỳ sinh hoạt dành 15 phút diễn lại một kịch bản lừa đảo có thật rồi bàn cách xử lý.",
    unitName: "Đoàn Thanh niên xã",
    steps: [["submit", 6]],
  },
];
