// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/worker_pool.h"

namespace chancery::web {

WorkerPool::WorkerPool(size_t threads, size_t longest_queue) : longest_queue_(longest_queue) {
  for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

void WorkerPool::enqueue(std::function<void()> job) {
  {
    std::unique_lock lock(mutex_);
    room_came_.wait(lock, [&] { return jobs_.size() < longest_queue_ || ending_; });
    jobs_.push_back(std::move(job));
  }
  job_came_.notify_one();
}

void WorkerPool::shutdown() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  job_came_.notify_all();
  room_came_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
}

void WorkerPool::work() {
  for (;;) {
    std::function<void()> job;
    {
      std::unique_lock lock(mutex_);
      job_came_.wait(lock, [&] { return !jobs_.empty() || ending_; });
      if (jobs_.empty()) return;
      job = std::move(jobs_.front());
      jobs_.pop_front();
    }
    room_came_.notify_one();
    job();
  }
}

}  // namespace chancery::web
