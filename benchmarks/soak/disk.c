/* A disk that remembers, and that fails when it is told to: preloaded into a child, it sees every call
 * that changes a file below SOAK_ROOT.
 *
 * Each is written to SOAK_LOG with what was written and in which order, together with the marks that the
 * child sets (`soak_mark`), so that afterwards any moment's disk can be made (replay.py). `soak_arm` makes
 * the n-th call of some kinds fail. Descriptors are told apart by inode, which outlives a rename.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { MOST_FDS = 4096, PARTIAL = -1, SLOW = -2 };
enum { OPEN = 1, OPEN_TO_WRITE = 2, READ = 4, WRITE = 8, SYNC = 16, TRUNCATE = 32, NAME = 64, CLOSE = 128 };

struct __attribute__((packed)) head { char what; uint64_t inode; int64_t at; uint32_t first, second; };

static char root[PATH_MAX];
static size_t root_length;
static int log_file = -1;
static char *folder_of[MOST_FDS]; /* of a folder that is open: its path */
static char is_ours[MOST_FDS];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static struct { int calls, code, stays; long left, hits; } fault;

__attribute__((constructor)) static void begin(void) {
    const char *chosen = getenv("SOAK_ROOT"), *log = getenv("SOAK_LOG");
    if (chosen) root_length = strlen(strncpy(root, chosen, sizeof root - 1));
    if (log) log_file = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

#define NEXT(name, ...) ({ static __typeof__(&name) next; if (!next) next = dlsym(RTLD_NEXT, #name); next(__VA_ARGS__); })

static int below(const char *path) {
    return root_length && path && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static int ours(int fd) { return fd >= 0 && fd < MOST_FDS && is_ours[fd]; }

static void tell(char what, uint64_t inode, int64_t at, const void *a, size_t first, const void *b, size_t second) {
    if (log_file < 0) return;
    int kept = errno;
    struct head head = {what, inode, at, (uint32_t)first, (uint32_t)second};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)a, first}, {(void *)b, second}};
    pthread_mutex_lock(&turn);
    if (syscall(SYS_writev, log_file, parts, 3) != (long)(sizeof head + first + second)) abort();
    pthread_mutex_unlock(&turn);
    errno = kept;
}

static void tell_path(char what, uint64_t inode, const char *a, const char *b) {
    tell(what, inode, 0, a, strlen(a), b, strlen(b));
}

static uint64_t inode_of(int fd) { struct stat found; return fstat(fd, &found) ? 0 : found.st_ino; }

/* Nothing, or what is to go wrong with this call. */
static int failing(int call) {
    if (!(fault.calls & call) || --fault.left > 0) return 0;
    int code = fault.code;
    fault.hits++;
    if (!fault.stays) fault.calls = 0;
    if (code == SLOW) {
        struct timespec pause = {0, 100000000};
        nanosleep(&pause, NULL);
        return 0;
    }
    return code;
}

#define FAIL(is_seen, call) do { int code_ = (is_seen) ? failing(call) : 0; if (code_ > 0) { errno = code_; return -1; } } while (0)

void soak_arm(int calls, long left, int code, int stays) {
    fault.left = left; fault.code = code; fault.stays = stays; fault.hits = 0; fault.calls = calls;
}
long soak_disarm(void) { fault.calls = 0; return fault.hits; }
void soak_mark(const char *text) { tell('K', 0, 0, text, strlen(text), "", 0); }

static int opened(int fd, const char *path, int flags, int was_there, int64_t size) {
    struct stat found;
    if (fd < 0 || fd >= MOST_FDS || fstat(fd, &found)) return fd;
    is_ours[fd] = 1;
    free(folder_of[fd]);
    folder_of[fd] = S_ISDIR(found.st_mode) ? strdup(path) : NULL;
    if ((flags & O_CREAT) && !was_there) tell_path('C', found.st_ino, path, "");
    else if ((flags & O_TRUNC) && size) tell('T', found.st_ino, 0, "", 0, "", 0);
    return fd;
}

static int open_ours(const char *path, int flags, mode_t mode) {
    struct stat before;
    int was_there = !stat(path, &before);
    FAIL(1, flags & (O_WRONLY | O_RDWR | O_CREAT) ? OPEN_TO_WRITE : OPEN);
    int fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    return opened(fd, path, flags, was_there, was_there ? before.st_size : 0);
}

#define MODE_OF(flags) mode_t mode = 0; if ((flags) & (O_CREAT | O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) {
    MODE_OF(flags)
    return below(path) ? open_ours(path, flags, mode) : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    MODE_OF(flags)
    return below(path) ? open_ours(path, flags, mode) : (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}
int openat(int at, const char *path, int flags, ...) {
    MODE_OF(flags)
    return below(path) ? open_ours(path, flags, mode) : (int)syscall(SYS_openat, at, path, flags, mode);
}
int openat64(int at, const char *path, int flags, ...) {
    MODE_OF(flags)
    return below(path) ? open_ours(path, flags, mode) : (int)syscall(SYS_openat, at, path, flags, mode);
}

int close(int fd) {
    int seen = ours(fd);
    if (seen) {
        is_ours[fd] = 0;
        free(folder_of[fd]);
        folder_of[fd] = NULL;
    }
    int result = NEXT(close, fd);
    FAIL(seen, CLOSE);
    return result;
}

ssize_t read(int fd, void *data, size_t size) { FAIL(ours(fd), READ); return NEXT(read, fd, data, size); }
ssize_t pread(int fd, void *data, size_t size, off_t at) { FAIL(ours(fd), READ); return NEXT(pread, fd, data, size, at); }
ssize_t pread64(int fd, void *data, size_t size, off64_t at) { FAIL(ours(fd), READ); return NEXT(pread64, fd, data, size, at); }

/* A partial write puts half of it on the disk and says so, as POSIX allows. */
static ssize_t put(int fd, const void *data, size_t size, off_t at) {
    int code = failing(WRITE);
    if (code > 0) { errno = code; return -1; }
    if (code == PARTIAL && size > 1) size /= 2;
    ssize_t done = syscall(SYS_pwrite64, fd, data, size, at);
    if (done > 0) tell('W', inode_of(fd), at, data, (size_t)done, "", 0);
    return done;
}
ssize_t write(int fd, const void *data, size_t size) {
    if (!ours(fd)) return NEXT(write, fd, data, size);
    int flags = fcntl(fd, F_GETFL);
    off_t at = lseek(fd, 0, flags & O_APPEND ? SEEK_END : SEEK_CUR);
    ssize_t done = put(fd, data, size, at);
    if (done > 0) lseek(fd, at + done, SEEK_SET);
    return done;
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    return ours(fd) ? put(fd, data, size, at) : NEXT(pwrite, fd, data, size, at);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    return ours(fd) ? put(fd, data, size, at) : NEXT(pwrite64, fd, data, size, at);
}

static int cut(int fd, off_t size) {
    FAIL(ours(fd), TRUNCATE);
    int result = (int)syscall(SYS_ftruncate, fd, size);
    if (!result && ours(fd)) tell('T', inode_of(fd), size, "", 0, "", 0);
    return result;
}
int ftruncate(int fd, off_t size) { return cut(fd, size); }
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }

static int synced(int fd, int result) {
    if (result || !ours(fd)) return result;
    if (folder_of[fd]) tell_path('D', 0, folder_of[fd], "");
    else tell('S', inode_of(fd), 0, "", 0, "", 0);
    return result;
}
int fsync(int fd) { FAIL(ours(fd), SYNC); return synced(fd, NEXT(fsync, fd)); }
int fdatasync(int fd) { FAIL(ours(fd), SYNC); return synced(fd, NEXT(fdatasync, fd)); }

int rename(const char *old, const char *new) {
    FAIL(below(old), NAME);
    int result = NEXT(rename, old, new);
    if (!result && below(old)) tell_path('R', 0, old, new);
    return result;
}
int unlink(const char *path) {
    FAIL(below(path), NAME);
    int result = NEXT(unlink, path);
    if (!result && below(path)) tell_path('U', 0, path, "");
    return result;
}
int mkdir(const char *path, mode_t mode) {
    FAIL(below(path), NAME);
    int result = NEXT(mkdir, path, mode);
    if (!result && below(path)) tell_path('M', 0, path, "");
    return result;
}
int rmdir(const char *path) {
    FAIL(below(path), NAME);
    int result = NEXT(rmdir, path);
    if (!result && below(path)) tell_path('U', 0, path, "");
    return result;
}
