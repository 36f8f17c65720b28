import type { ProductRefusal } from "#app/domain/products/product.ts";
import type { SentencesOf } from "../rejections.ts";

export const productRefusals = {
  product_known: () => "Sản phẩm này của chủ thể này đã có trong danh sách.",
  product_link_missing: () => "Ghi đường dẫn trang bán để người khác kiểm tra được.",
  product_link_not_valid: () => "Đường dẫn phải bắt đầu bằng https:// và là trang bán hàng.",
  product_stars_of_ocop: () => "Chỉ sản phẩm OCOP có hạng sao. Chọn loại OCOP hoặc bỏ hạng sao.",
  product_evidence_missing: () => "Việc này chưa được xác nhận hoặc ở nơi khác. Chọn việc khác.",
  no_product_header: () => "Không thấy dòng tiêu đề có cột “Tên sản phẩm”. Chép cả dòng tiêu đề rồi dán lại.",
  products_have_problems: ({ count }) => `Còn ${count} dòng chưa rõ. Sửa trong bảng rồi xem lại.`,
  lead_is_led: () => "Hộ này đang dẫn dắt hoặc đang được hộ khác kèm. Chọn hộ khác.",
  lead_is_same: () => "Chọn hai hộ khác nhau.",
  led_already: () => "Hộ này đã có hộ khác kèm.",
} satisfies SentencesOf<ProductRefusal>;
