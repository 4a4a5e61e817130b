// SPDX-License-Identifier: GPL-2.0-or-later
/// The threads that answer requests.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace chancery::web {

class WorkerPool {
 public:
  WorkerPool(size_t threads, size_t longest_queue);
  ~WorkerPool() { shutdown(); }
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// Waits while the queue is full.
  void enqueue(std::function<void()> job);

  /// Ends the threads when the jobs are done.
  void shutdown();

 private:
  void work();

  const size_t longest_queue_;
  std::mutex mutex_;
  std::condition_variable job_came_;
  std::condition_variable room_came_;
  std::deque<std::function<void()>> jobs_;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace chancery::web
