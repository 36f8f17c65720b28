import type { TrainingTopic } from "#app/domain/activity/training-topic.ts";

/** What the plans train members in (G04, G05), and classes teach (L14). */
export const trainingTopics = {
  "public-services": "Dịch vụ công trực tuyến",
  "electronic-identity": "Định danh điện tử VNeID",
  "digital-signature": "Chữ ký số",
  "e-payment": "Thanh toán điện tử",
  "e-commerce": "Thương mại điện tử",
  "digital-health": "Y tế số",
  "digital-education": "Giáo dục số",
  "online-safety": "An toàn số, phòng chống lừa đảo",
  "basic-digital-skills": "Kỹ năng số cơ bản",
  "artificial-intelligence": "Trí tuệ nhân tạo cơ bản",
  communication: "Tuyên truyền, viết tin bài",
  "digital-devices": "Sử dụng thiết bị công nghệ, dịch vụ số",
  pedagogy: "Kỹ năng sư phạm, hướng dẫn người khác",
  "safety-software": "Phần mềm bảo đảm an toàn thông tin cơ bản",
  "community-internet": "Internet cộng đồng",
} satisfies Record<TrainingTopic, string>;

export const trainingTopicsArea = { name: "trainingTopics", words: trainingTopics } as const;
