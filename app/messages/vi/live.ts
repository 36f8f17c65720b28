/** What a screen says of its own freshness. */
export const live = {
  offline: "Mất kết nối.",
  offlineAdvice: "Số liệu đang hiện có thể chưa mới nhất; trang tự cập nhật khi có mạng trở lại.",
};

export const liveArea = { name: "live", words: live } as const;
