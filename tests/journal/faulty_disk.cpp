#include "tests/journal/faulty_disk.h"

#include <sqlite3.h>

#include <cstring>
#include <new>

#include "sim/base/assert.h"

namespace etalon::faulty_disk {
namespace {

struct Plan {
  int left = 0;  // writes or syncs that still succeed; below 1: none
  Fault fault = Fault::DiskFull;
  bool armed = false;
  bool struck = false;
};
Plan plan;

struct File {
  sqlite3_file base;
  sqlite3_file* real;
};

sqlite3_vfs* real_vfs = nullptr;
sqlite3_vfs vfs;
sqlite3_io_methods methods;

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

// SQLITE_OK while the disk works.
int strike(bool syncing) {
  if (!plan.armed || syncing != (plan.fault == Fault::SyncError)) return SQLITE_OK;
  if (--plan.left > 0) return SQLITE_OK;
  plan.struck = true;
  if (plan.fault == Fault::DiskFull) return SQLITE_FULL;
  return syncing ? SQLITE_IOERR_FSYNC : SQLITE_IOERR_WRITE;
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  const int code = strike(false);
  // Half of it gets there, as on a real disk.
  if (code != SQLITE_OK) return real(file)->pMethods->xWrite(real(file), bytes, size / 2, at), code;
  return real(file)->pMethods->xWrite(real(file), bytes, size, at);
}
int sync(sqlite3_file* file, int flags) {
  if (const int code = strike(true)) return code;
  return real(file)->pMethods->xSync(real(file), flags);
}
int close(sqlite3_file* file) {
  const int code = real(file)->pMethods->xClose(real(file));
  sqlite3_free(real(file));
  return code;
}
int read(sqlite3_file* f, void* to, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), to, n, at); }
int truncate(sqlite3_file* f, sqlite3_int64 size) { return real(f)->pMethods->xTruncate(real(f), size); }
int file_size(sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); }
int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
int check_lock(sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); }
int control(sqlite3_file* f, int op, void* arg) { return real(f)->pMethods->xFileControl(real(f), op, arg); }
int sector(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
int device(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** to) {
  return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
}
int shm_lock(sqlite3_file* f, int offset, int n, int flags) {
  return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
void shm_barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); }

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
  auto* ours = reinterpret_cast<File*>(file);
  ours->base.pMethods = nullptr;
  ours->real = static_cast<sqlite3_file*>(sqlite3_malloc(real_vfs->szOsFile));
  std::memset(ours->real, 0, static_cast<std::size_t>(real_vfs->szOsFile));
  const int code = real_vfs->xOpen(real_vfs, name, ours->real, flags, out);
  if (ours->real->pMethods != nullptr)
    ours->base.pMethods = &methods;
  else
    sqlite3_free(ours->real);
  return code;
}

void fill_methods() {
  methods = {};
  methods.iVersion = 2;  // write-ahead log, no memory-mapped files
  methods.xClose = close;
  methods.xRead = read;
  methods.xWrite = write;
  methods.xTruncate = truncate;
  methods.xSync = sync;
  methods.xFileSize = file_size;
  methods.xLock = lock;
  methods.xUnlock = unlock;
  methods.xCheckReservedLock = check_lock;
  methods.xFileControl = control;
  methods.xSectorSize = sector;
  methods.xDeviceCharacteristics = device;
  methods.xShmMap = shm_map;
  methods.xShmLock = shm_lock;
  methods.xShmBarrier = shm_barrier;
  methods.xShmUnmap = shm_unmap;
}

}  // namespace

void install() {
  if (real_vfs != nullptr) return;
  real_vfs = sqlite3_vfs_find(nullptr);
  ETALON_ASSERT(real_vfs != nullptr);
  fill_methods();
  vfs = *real_vfs;  // everything but opening goes straight to the real one
  vfs.zName = "faulty-disk";
  vfs.szOsFile = sizeof(File);
  vfs.pNext = nullptr;
  vfs.xOpen = open;
  ETALON_ASSERT(sqlite3_vfs_register(&vfs, 1) == SQLITE_OK);
}

void fail_from(int n, Fault fault) { plan = {n, fault, true, false}; }

void heal() { plan.armed = false; }

bool has_struck() { return plan.struck; }

}  // namespace etalon::faulty_disk
