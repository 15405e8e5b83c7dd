#include "app/viewer/change.hpp"

namespace app {

void change(Model& model, const SetTrend& set) { model.study.trend = set.spec; }
void change(Model& model, const ShowTrendOf& show) { model.view.trend_of_deaths = show.deaths; }

} // namespace app
