/* Preloaded into a process: writes down, in order, every write and sync of the files below RECORD_DIR, and every line on stdout.
   What of it would have been on the disk when the power went is worked out afterwards (durable-images.ts). Record: a letter, the
   number of the path, the offset, the length, and the bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST 65536
#define STDOUT_PATH 0xffffffffu

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static uint32_t path_of_handle[MOST]; /* 0: not recorded */
static char *paths[MOST];
static uint32_t path_count = 0;
static int log_handle = -1;
static const char *folder = NULL;

static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static int (*real_rename)(const char *, const char *);

__attribute__((constructor)) static void begin(void) {
  real_open = dlsym(RTLD_NEXT, "open64");
  real_close = dlsym(RTLD_NEXT, "close");
  real_write = dlsym(RTLD_NEXT, "write");
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_fsync = dlsym(RTLD_NEXT, "fsync");
  real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_unlink = dlsym(RTLD_NEXT, "unlink");
  real_rename = dlsym(RTLD_NEXT, "rename");
  folder = getenv("RECORD_DIR");
  const char *log = getenv("RECORD_LOG");
  if (folder != NULL && log != NULL) log_handle = real_open(log, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t done = real_write(log_handle, at, length);
    if (done <= 0) abort();
    at += done;
    length -= (size_t)done;
  }
}

static void record(char what, uint32_t path, uint64_t offset, const void *bytes, uint32_t length) {
  unsigned char head[17];
  head[0] = (unsigned char)what;
  memcpy(head + 1, &path, 4);
  memcpy(head + 5, &offset, 8);
  memcpy(head + 13, &length, 4);
  put(head, sizeof head);
  if (length > 0) put(bytes, length);
}

/* 0: not ours. Paths are numbered from 1, and named once. */
static uint32_t number_of(const char *path) {
  if (log_handle < 0 || path == NULL || strncmp(path, folder, strlen(folder)) != 0) return 0;
  size_t length = strlen(path);
  if (length > 4 && strcmp(path + length - 4, "-shm") == 0) return 0;
  for (uint32_t number = 1; number <= path_count; number += 1)
    if (strcmp(paths[number], path) == 0) return number;
  if (path_count + 1 >= MOST) abort();
  path_count += 1;
  paths[path_count] = strdup(path);
  record('P', path_count, 0, path, (uint32_t)length);
  return path_count;
}

static int open_recorded(const char *path, int flags, mode_t mode) {
  pthread_mutex_lock(&lock);
  uint32_t number = number_of(path);
  int existed = number != 0 && access(path, F_OK) == 0;
  int handle = real_open(path, flags, mode);
  if (handle >= 0 && handle < MOST) {
    path_of_handle[handle] = number;
    if (number != 0 && !existed) record('C', number, 0, NULL, 0);
    if (number != 0 && (flags & O_TRUNC)) record('T', number, 0, NULL, 0);
  }
  pthread_mutex_unlock(&lock);
  return handle;
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_recorded(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = (flags & (O_CREAT | O_TMPFILE)) ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_recorded(path, flags, mode);
}

int close(int handle) {
  pthread_mutex_lock(&lock);
  if (handle >= 0 && handle < MOST) path_of_handle[handle] = 0;
  int answer = real_close(handle);
  pthread_mutex_unlock(&lock);
  return answer;
}

static uint32_t ours(int handle) {
  return log_handle >= 0 && handle >= 0 && handle < MOST ? path_of_handle[handle] : 0;
}

ssize_t write(int handle, const void *bytes, size_t length) {
  if (ours(handle) == 0 && (handle != 1 || log_handle < 0)) return real_write(handle, bytes, length);
  pthread_mutex_lock(&lock);
  off_t at = handle == 1 ? 0 : lseek(handle, 0, SEEK_CUR);
  if (handle != 1 && (fcntl(handle, F_GETFL) & O_APPEND)) at = lseek(handle, 0, SEEK_END);
  ssize_t done = real_write(handle, bytes, length);
  if (done > 0) record('W', handle == 1 ? STDOUT_PATH : ours(handle), (uint64_t)at, bytes, (uint32_t)done);
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t pwrite64(int handle, const void *bytes, size_t length, off_t at) {
  if (ours(handle) == 0) return real_pwrite(handle, bytes, length, at);
  pthread_mutex_lock(&lock);
  ssize_t done = real_pwrite(handle, bytes, length, at);
  if (done > 0) record('W', ours(handle), (uint64_t)at, bytes, (uint32_t)done);
  pthread_mutex_unlock(&lock);
  return done;
}

ssize_t pwrite(int handle, const void *bytes, size_t length, off_t at) { return pwrite64(handle, bytes, length, at); }

static int sync_recorded(int handle, int (*real)(int)) {
  if (ours(handle) == 0) return real(handle);
  pthread_mutex_lock(&lock);
  int answer = real(handle);
  if (answer == 0) record('S', ours(handle), 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return answer;
}

int fsync(int handle) { return sync_recorded(handle, real_fsync); }
int fdatasync(int handle) { return sync_recorded(handle, real_fdatasync); }

int ftruncate64(int handle, off_t length) {
  if (ours(handle) == 0) return real_ftruncate(handle, length);
  pthread_mutex_lock(&lock);
  int answer = real_ftruncate(handle, length);
  if (answer == 0) record('T', ours(handle), (uint64_t)length, NULL, 0);
  pthread_mutex_unlock(&lock);
  return answer;
}

int ftruncate(int handle, off_t length) { return ftruncate64(handle, length); }

int unlink(const char *path) {
  pthread_mutex_lock(&lock);
  uint32_t number = number_of(path);
  int answer = real_unlink(path);
  if (answer == 0 && number != 0) record('U', number, 0, NULL, 0);
  pthread_mutex_unlock(&lock);
  return answer;
}

int rename(const char *from, const char *to) {
  pthread_mutex_lock(&lock);
  uint32_t first = number_of(from);
  uint32_t second = number_of(to);
  int answer = real_rename(from, to);
  if (answer == 0 && first != 0 && second != 0) record('R', first, second, NULL, 0);
  pthread_mutex_unlock(&lock);
  return answer;
}
