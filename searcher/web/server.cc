// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/server.h"

#include <httplib.h>
#include <malloc.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <functional>
#include <iostream>
#include <thread>

#include "common/error.h"
#include "common/terminal.h"
#include "searcher/web/access.h"
#include "searcher/web/lobby.h"
#include "searcher/web/router.h"
#include "searcher/web/socket_stream.h"
#include "searcher/web/worker_pool.h"

namespace chancery::web {
namespace {

// They wait for their turn, or for a client's line: what limits the work are the turns.
constexpr size_t workers = 128;
constexpr int longest_queue = 256;
constexpr size_t cache_size = 32U << 20U;
// Of malloc's: by default each of many keeps what the largest answer took.
constexpr int most_arenas = 4;

constexpr const char* content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'";

void say(const std::string& message) {
  std::cerr << "chancery-web: " + one_safe_line(message) + '\n';
}

Question question_of(const httplib::Request& request) {
  Question question{request.method,
                    request.path,
                    {},
                    request.get_header_value("Host"),
                    request.get_header_value("Authorization"),
                    request.get_header_value("If-None-Match")};
  question.parameters = Parameters({request.params.begin(), request.params.end()});
  return question;
}

// What httplib wants done with a connection takes no time: it goes into the lobby.
struct AtOnce : httplib::TaskQueue {
  void enqueue(std::function<void()> job) override { job(); }
  void shutdown() override {}
};

// httplib gives a thread to a connection, for as long as that stays; here requests have threads.
class Server : public httplib::Server {
 public:
  Server(const WebOptions& options, IndexPool& pool, AnswerCache& cache)
      : options_(options),
        pool_(pool),
        cache_(cache),
        token_(options.token_file.empty() ? "" : read_token(options.token_file)) {
    new_task_queue = [] { return new AtOnce; };
    // Head and body are two writes: the second would wait 40 ms until the first is acknowledged.
    set_tcp_nodelay(true);
    // httplib would share the port with whoever has it: half of the requests to the one, half to
    // the other.
    set_socket_options([](socket_t socket) {
      const int yes = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    set_default_headers({{"Content-Security-Policy", content_policy},
                         {"X-Content-Type-Options", "nosniff"},
                         {"Referrer-Policy", "same-origin"},
                         {"Cross-Origin-Resource-Policy", "same-origin"}});
    set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
      handle(request, response);
      return HandlerResponse::Handled;
    });
  }

  // What was begun is answered first. Nothing may be accepted any more.
  ~Server() override {
    lobby_.close();
    workers_.shutdown();
  }

  // The port that it has now. Throws Error where it cannot have the one that was asked for.
  int bind() {
    // An address of IPv6 has brackets where a port follows it, as in a URL.
    const bool has_brackets = options_.host.starts_with('[') && options_.host.ends_with(']');
    const std::string host =
        has_brackets ? options_.host.substr(1, options_.host.size() - 2) : options_.host;
    const int port = options_.port == 0                  ? bind_to_any_port(host)
                     : bind_to_port(host, options_.port) ? options_.port
                                                         : -1;
    if (port < 0)
      throw Error("cannot listen on " + options_.host + ":" + std::to_string(options_.port) +
                  "; is another program there?");
    // httplib lets five connections wait for their turn; what the kernel drops comes again a second
    // later, or seven.
    ::listen(svr_sock_, longest_queue);
    return port;
  }

  void stop_accepting() {
    ending_ = true;
    stop();
  }

 private:
  bool process_and_close_socket(socket_t socket) override {
    lobby_.enter(socket, "");
    return true;
  }

  // One request; then the connection goes back to wait for its next.
  void serve_one(socket_t socket, std::string received) {
    SocketStream stream(socket, std::move(received));
    bool closed = false;
    bool has_more = false;
    const auto look = [&](httplib::Request& request) {
      // A body is not read, so what follows it could not be told from it.
      has_more = request.has_header("Content-Length") || request.has_header("Transfer-Encoding");
      // httplib's brotli takes the most time there is for the least bytes.
      const bool gzip =
          request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
      request.headers.erase("Accept-Encoding");
      if (gzip) request.headers.emplace("Accept-Encoding", "gzip");
    };
    if (process_request(stream, ending_, closed, look) && !closed && !has_more && !ending_) {
      lobby_.enter(socket, stream.rest());
      return;
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
  }

  Answer answer_to(const Question& question) const {
    if (!token_.empty() && !is_authorized(question.authorization, token_))
      return error_answer(question, 401, "A token is needed.");
    if (token_.empty() && !is_loopback(question.host))
      return error_answer(question, 400, "This server answers by the name localhost alone.");
    return answer(question, pool_, cache_, say);
  }

  void handle(const httplib::Request& request, httplib::Response& response) const {
    const auto begun = std::chrono::steady_clock::now();
    const Answer answer = answer_to(question_of(request));
    response.status = answer.status;
    if (answer.status == 401)
      response.set_header("WWW-Authenticate", "Basic realm=\"Chancery\", charset=\"UTF-8\"");
    if (answer.status == 405) response.set_header("Allow", "GET, HEAD");
    if (answer.status == 503) response.set_header("Retry-After", "2");
    response.set_header("Cache-Control", answer.tag.empty() ? "no-store"
                                         : answer.lasting   ? "private, max-age=86400"
                                                            : "private, no-cache");
    if (!answer.tag.empty()) response.set_header("ETag", answer.tag);
    if (answer.status != 304) response.set_content(answer.body, answer.type.c_str());
    if (options_.quiet) return;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    std::string line = request.remote_addr + " \"" + request.method + ' ' + request.target + "\" " +
                       std::to_string(answer.status) + ' ' + std::to_string(answer.body.size()) +
                       ' ' + std::to_string(took.count()) + "ms";
    std::cerr << one_safe_line(line) + '\n';
  }

  const WebOptions& options_;
  IndexPool& pool_;
  AnswerCache& cache_;
  std::string token_;  // empty: none is asked for
  std::atomic<bool> ending_ = false;
  WorkerPool workers_{workers, longest_queue};
  Lobby lobby_{[this](int socket, std::string received) {
    workers_.enqueue(
        [this, socket, received = std::move(received)] { serve_one(socket, received); });
  }};
};

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

void serve(const WebOptions& options) {
  mallopt(M_ARENA_MAX, most_arenas);
  // Blocked before there are threads, so that none is interrupted and this one can wait for them.
  const sigset_t signals = stop_signals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  IndexPool pool(options.db, std::max(2U, std::thread::hardware_concurrency()));
  AnswerCache cache(cache_size);
  Server server(options, pool, cache);
  const int port = server.bind();
  say("listening on http://" + options.host + ":" + std::to_string(port) + "/");
  bool failed = false;
  std::thread listener([&] {
    failed = !server.listen_after_bind();
    kill(getpid(), SIGTERM);
  });
  int signal = 0;
  sigwait(&signals, &signal);
  server.stop_accepting();
  listener.join();
  if (failed) throw Error("the network failed");
}

}  // namespace chancery::web
