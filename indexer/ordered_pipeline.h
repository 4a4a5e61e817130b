// SPDX-License-Identifier: GPL-2.0-or-later
/// Work on many items in several threads, results in the order of the items.
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace chancery {

/// push() hands an item to the workers; results come out through `consume`, in the order of the
/// pushes and always on the thread that pushes, so neither side needs a lock. What work or consume
/// throw comes out of push() or finish(). Few items are under way at once: memory does not grow.
template <class In, class Out>
class OrderedPipeline {
 public:
  using Work = std::function<Out(In&&)>;

  /// `make_work` is called once for each worker, so that each may keep state of its own.
  OrderedPipeline(size_t workers, const std::function<Work()>& make_work,
                  std::function<void(Out&&)> consume)
      : most_under_way_(workers * 16), consume_(std::move(consume)) {
    try {
      for (size_t i = 0; i < workers; ++i) {
        threads_.emplace_back([this, work = make_work()] { run(work); });
      }
    } catch (...) {  // not handled here: those that run must end before they go
      stop();
      throw;
    }
  }

  ~OrderedPipeline() { stop(); }

  OrderedPipeline(const OrderedPipeline&) = delete;
  OrderedPipeline& operator=(const OrderedPipeline&) = delete;

  void push(In&& item) {
    auto job = std::make_shared<Job>(std::move(item));
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(job);
    }
    to_do_.notify_one();
    under_way_.push_back(std::move(job));
    while (under_way_.size() > most_under_way_) consume_first();
  }

  /// Consumes all that is still under way.
  void finish() {
    while (!under_way_.empty()) consume_first();
  }

 private:
  struct Job {
    explicit Job(In&& item) : in(std::move(item)) {}
    In in;
    std::optional<Out> out;
    std::exception_ptr error;
    bool done = false;
  };

  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    to_do_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  void run(const Work& work) {
    for (;;) {
      std::shared_ptr<Job> job;
      {
        std::unique_lock lock(mutex_);
        to_do_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (stopping_) return;
        job = std::move(waiting_.front());
        waiting_.pop_front();
      }
      try {
        job->out.emplace(work(std::move(job->in)));
      } catch (...) {  // not handled here: handed to the thread that pushes
        job->error = std::current_exception();
      }
      {
        const std::lock_guard lock(mutex_);
        job->done = true;
      }
      done_.notify_one();
    }
  }

  void consume_first() {
    const std::shared_ptr<Job> job = std::move(under_way_.front());
    under_way_.pop_front();
    {
      std::unique_lock lock(mutex_);
      done_.wait(lock, [&job] { return job->done; });
    }
    if (job->error) std::rethrow_exception(job->error);
    consume_(std::move(*job->out));
  }

  const size_t most_under_way_;
  std::function<void(Out&&)> consume_;
  std::deque<std::shared_ptr<Job>> under_way_;  // of the pushing thread alone
  std::mutex mutex_;                            // guards the rest
  std::condition_variable to_do_;
  std::condition_variable done_;
  std::deque<std::shared_ptr<Job>> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace chancery
