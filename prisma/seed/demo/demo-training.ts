export interface DemoSession {
  /** Counted from the day the demonstration is loaded. */
  readonly day: number;
  readonly title: string;
  readonly topics: readonly string[];
  readonly isMandatory: boolean;
  readonly startsAt: number;
  readonly minutes: number;
  readonly place: string;
  readonly byPolice?: boolean;
  /** The organiser ticked the list, and its records wait to be verified. */
  readonly isListed?: boolean;
}

/** A year of training of the fictional commune. */
export const DEMO_SESSIONS: readonly DemoSession[] = [
  {
    day: -230,
    title: "Sử dụng thiết bị và dịch vụ số",
    topics: ["digital-devices", "basic-digital-skills"],
    isMandatory: true,
    startsAt: 480,
    minutes: 180,
    place: "Hội trường xã",
  },
  {
    day: -170,
    title: "Nộp hồ sơ dịch vụ công trực tuyến, tích hợp giấy tờ trên VNeID",
    topics: ["public-services", "electronic-identity"],
    isMandatory: true,
    startsAt: 480,
    minutes: 180,
    place: "Bộ phận Một cửa xã",
  },
  {
    day: -110,
    title: "An toàn số và phòng chống lừa đảo qua mạng",
    topics: ["online-safety", "safety-software"],
    isMandatory: true,
    startsAt: 1_140,
    minutes: 120,
    place: "Nhà văn hóa trung tâm",
    byPolice: true,
  },
  {
    day: -45,
    title: "Ứng dụng AI và kỹ năng hướng dẫn người lớn tuổi",
    topics: ["artificial-intelligence", "pedagogy"],
    isMandatory: true,
    startsAt: 1_140,
    minutes: 120,
    place: "Trường Trung học cơ sở",
  },
  {
    day: -20,
    title: "Viết tin, chụp ảnh cho trang của thôn",
    topics: ["communication"],
    isMandatory: false,
    startsAt: 1_140,
    minutes: 90,
    place: "Nhà văn hóa trung tâm",
  },
  {
    day: -1,
    title: "Thực hành tại thôn: cầm tay chỉ việc cho người cao tuổi",
    topics: ["pedagogy"],
    isMandatory: true,
    startsAt: 1_140,
    minutes: 120,
    place: "Nhà văn hóa trung tâm",
    isListed: true,
  },
  {
    day: 3,
    title: "Thanh toán không dùng tiền mặt tại chợ",
    topics: ["e-payment", "e-commerce"],
    isMandatory: true,
    startsAt: 1_140,
    minutes: 120,
    place: "Chợ trung tâm xã",
  },
  {
    day: 12,
    title: "Chữ ký số cá nhân: đăng ký và ký lần đầu",
    topics: ["digital-signature"],
    isMandatory: false,
    startsAt: 480,
    minutes: 120,
    place: "Hội trường xã",
  },
];

export const DEMO_COURSES = [
  {
    due: -140,
    title: "Kỹ năng số cơ bản cho Tổ công nghệ số",
    provider: "Nền tảng học trực tuyến mở đại trà của Bộ",
    link: "https://hoclieu.example/ky-nang-so",
    topics: ["basic-digital-skills"],
    isMandatory: true,
  },
  {
    due: 10,
    title: "AI cơ bản cho mọi người",
    provider: "Nền tảng Bình dân học vụ số",
    link: "https://hoclieu.example/ai-co-ban",
    topics: ["artificial-intelligence"],
    isMandatory: true,
  },
] as const;

/** `marks` are the boxes that are ticked. */
export const DEMO_MATERIALS: readonly {
  readonly day: number;
  readonly title: string;
  readonly kind: string;
  readonly field: string;
  readonly source: string;
  readonly topics: readonly string[];
  readonly kinds: readonly string[];
  readonly marks: readonly string[];
  readonly link?: string;
  readonly spokenText?: string;
  readonly byMember?: boolean;
}[] = [
  {
    day: -200,
    title: "Sáu bước kích hoạt VNeID mức 2",
    kind: "infographic",
    field: "government",
    source: "Công an tỉnh",
    topics: ["electronic-identity"],
    kinds: ["eid-level-2"],
    marks: ["isPlain", "isLargeType", "isPublic"],
    link: "https://hoclieu.example/vneid-6-buoc",
  },
  {
    day: -150,
    title: "Nộp hồ sơ khai sinh trực tuyến, từng màn hình",
    kind: "guide",
    field: "government",
    source: "Trung tâm Phục vụ hành chính công tỉnh",
    topics: ["public-services"],
    kinds: ["online-public-service"],
    marks: ["isPlain", "isPublic"],
    link: "https://hoclieu.example/khai-sinh",
  },
  {
    day: -120,
    title: "Loa xã: năm câu nhớ khi có cuộc gọi lạ",
    kind: "audio",
    field: "safety",
    source: "Sở Khoa học và Công nghệ",
    topics: ["online-safety"],
    kinds: ["online-safety"],
    marks: ["isPlain", "isPublic"],
    spokenText:
      "Bà con nghe máy lạ, nhớ năm câu. Một, công an không làm việc qua điện thoại. Hai, ngân hàng không hỏi mật khẩu. Ba, không bấm đường dẫn lạ. Bốn, không chuyển tiền khi chưa gặp người thân. Năm, nghi ngờ thì gọi Tổ công nghệ số của thôn.",
  },
  {
    day: -90,
    title: "Áp phích: quét mã QR an toàn ở chợ",
    kind: "poster",
    field: "commerce",
    source: "Ngân hàng Nhà nước chi nhánh tỉnh",
    topics: ["e-payment"],
    kinds: ["cashless-stall", "payment-account"],
    marks: ["isLargeType", "isPublic"],
    link: "https://hoclieu.example/qr-cho",
  },
  {
    day: -60,
    title: "Clip 3 phút: sổ sức khỏe điện tử cho ông bà",
    kind: "clip",
    field: "health",
    source: "Sở Y tế",
    topics: ["digital-health"],
    kinds: ["health-book"],
    marks: ["isPlain"],
    link: "https://hoclieu.example/so-suc-khoe",
  },
  {
    day: -40,
    title: "Khóa học trực tuyến: bán nông sản trên sàn",
    kind: "course",
    field: "agriculture",
    source: "Sở Công Thương",
    topics: ["e-commerce"],
    kinds: ["product-online", "online-shop-step"],
    marks: ["isPublic"],
    link: "https://hoclieu.example/nong-san",
  },
  {
    day: -25,
    title: "Một trang: gọi video cho con cháu bằng Zalo",
    kind: "guide",
    field: "society",
    source: "Đoàn thanh niên xã tự làm",
    topics: ["basic-digital-skills"],
    kinds: ["smartphone-start"],
    marks: ["isPlain", "isLargeType"],
    link: "https://hoclieu.example/goi-video",
    byMember: true,
  },
  {
    day: -3,
    title: "Đổi mật khẩu dễ nhớ, khó đoán",
    kind: "infographic",
    field: "safety",
    source: "Tổ công nghệ số tự làm",
    topics: ["online-safety"],
    kinds: ["online-safety"],
    marks: ["isPlain"],
    link: "https://hoclieu.example/mat-khau",
    byMember: true,
  },
];
