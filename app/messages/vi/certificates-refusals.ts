import type { CertificateRefusal } from "#app/domain/certificates/certificate.ts";
import type { SentencesOf } from "../rejections.ts";

export const certificateRejections: SentencesOf<CertificateRefusal> = {
  certificate_days_reversed: () => "Ngày đầu phải trước hoặc bằng ngày cuối.",
  certificate_days_ahead: () => "Ngày cuối chưa tới. Chọn đến hôm nay.",
  certificate_no_work: () => "Những ngày này chưa có việc nào được xác nhận.",
  certificate_award_revoked: () => "Danh hiệu này đã thu hồi nên không cấp giấy.",
  certificate_not_on_roster: () => "Tài khoản này không gắn với thành viên nào.",
  certificate_name_missing: () => "Ghi tên sẽ in trên giấy.",
  certificate_revoked_already: () => "Giấy này đã được thu hồi trước đó.",
  certificate_not_drawn: () => "Máy đang bận, chưa vẽ được giấy. Thử lại sau ít phút.",
  certificate_unknown: () => "Không có giấy nào mang mã này.",
  union_export_empty: () => "Chưa ai của tổ chức này đồng ý gửi kết quả, nên chưa có gì để lập bảng.",
};
