// SPDX-License-Identifier: GPL-2.0-or-later
/// Where connections wait until their next request is there as a whole: so who sends a byte now and
/// then keeps no thread.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>

namespace chancery::web {

class Lobby {
 public:
  /// Takes a socket, which is its own from then on, and what came from it so far: a request's head
  /// as a whole, or more than one may have.
  using Ready = std::function<void(int socket, std::string received)>;

  /// `ready` is called on the lobby's thread. Throws Error where the machine has no more room.
  explicit Lobby(Ready ready);
  ~Lobby();
  Lobby(const Lobby&) = delete;
  Lobby& operator=(const Lobby&) = delete;

  /// The connection waits, with what came from it already. It is closed when nothing comes in a
  /// while, when what has begun does not end in time, and when it waits longest where too many do.
  void enter(int socket, std::string received);

  /// Closes all that wait, and who comes later.
  void close();

 private:
  using Clock = std::chrono::steady_clock;
  struct Guest {
    std::string received;
    Clock::time_point since;
    size_t looked = 0;  // bytes in which no head ends
  };
  enum class State { waiting, ready, gone };

  void watch();
  static State receive(int socket, Guest& guest);
  void look_at(int socket);
  void send_away_late(Clock::time_point now);
  void forget(int socket);

  Ready ready_;
  int events_;  // epoll's
  size_t most_guests_;
  std::mutex mutex_;
  std::unordered_map<int, Guest> guests_;
  bool closed_ = false;
  std::thread thread_;
};

}  // namespace chancery::web
