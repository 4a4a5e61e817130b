// SPDX-License-Identifier: GPL-2.0-or-later
/// The threads that answer connections.
#pragma once

#include <httplib.h>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace chancery::web {

class WorkerPool : public httplib::TaskQueue {
 public:
  WorkerPool(size_t threads, size_t longest_queue);

  /// Waits while the queue is full: connections then wait in the kernel, which turns away what is too much.
  void enqueue(std::function<void()> job) override;

  /// Ends the threads when the jobs are done.
  void shutdown() override;

  /// Whether a connection waits for a thread.
  bool is_crowded() const { return waiting_ > 0; }

 private:
  void work();

  const size_t longest_queue_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  std::atomic<size_t> waiting_ = 0;
  bool ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace chancery::web
