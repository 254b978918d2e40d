// A disk that fails when it is told to, below SQLite: a VFS that passes everything on to the default one.
#pragma once

namespace etalon::faulty_disk {

enum class Fault { DiskFull, WriteError, SyncError };

// Puts itself in the place of the default VFS. Once.
void install();
// From now on, the n-th write (or sync) fails, and every later one does too, until heal(). n >= 1.
void fail_from(int n, Fault fault);
void heal();
// Whether the fault has struck since fail_from().
bool has_struck();

}  // namespace etalon::faulty_disk
