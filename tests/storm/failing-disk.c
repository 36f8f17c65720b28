/*
 * A disk that fails, for whoever is started with this library before its own: as long as the file named by
 * FAILING_FLUSH is there, nothing can be made to last; by FAILING_WRITE, nothing can be written at a place in a file.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static int fails(const char *name) {
  const int before = errno;
  const char *flag = getenv(name);
  const int answer = flag != NULL && access(flag, F_OK) == 0;
  errno = answer ? EIO : before;
  return answer;
}

int fsync(int file) { return fails("FAILING_FLUSH") ? -1 : (int)syscall(SYS_fsync, file); }

int fdatasync(int file) { return fails("FAILING_FLUSH") ? -1 : (int)syscall(SYS_fdatasync, file); }

ssize_t pwrite(int file, const void *bytes, size_t length, off_t place) {
  return fails("FAILING_WRITE") ? -1 : syscall(SYS_pwrite64, file, bytes, length, place);
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off_t place) { return pwrite(file, bytes, length, place); }

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t place) {
  return fails("FAILING_WRITE") ? -1 : syscall(SYS_pwritev, file, parts, count, place, 0L);
}

ssize_t pwritev64(int file, const struct iovec *parts, int count, off_t place) {
  return pwritev(file, parts, count, place);
}
