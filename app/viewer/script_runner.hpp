#pragma once

#include "app/viewer/frame.hpp"
#include "app/viewer/headless.hpp"
#include "app/viewer/layout.hpp"
#include "app/viewer/script.hpp"
#include "app/viewer/state_value.hpp"

namespace app {

/// Drives a session without a window, one frame per event. Throws geo::Error{Argument} at the first line that
/// does not come true: "line 12: expected shown = 5, found 7".
class ScriptRunner {
  public:
    ScriptRunner(Session& session, Headless& host) : session_(session), host_(host), frame_(session, host) {}
    void run(const std::vector<ScriptLine>& script);

  private:
    void run_line(const ScriptLine& line);
    void frames(int n);
    void rest();
    void wait();
    void shot(const std::string& path);
    Image picture();
    void click(const std::vector<std::string>& words, int n_clicks);
    void right_click(const std::vector<std::string>& words);
    void hold(const std::string& key);
    void drag(const std::vector<std::string>& words);
    void wheel(const std::vector<std::string>& words);
    void expect(const std::vector<std::string>& words);
    Box box_of(const std::string& name);
    void move_to(const std::string& name, double x, double y);
    StateValue value_of(const std::string& word);

    Session& session_;
    Headless& host_;
    Frame frame_;
};

} // namespace app
