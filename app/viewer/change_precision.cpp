#include "app/viewer/change.hpp"

namespace app {

void change(Model& model, const SetPrecision& set) { model.study.precision = set.spec; }
void change(Model& model, const SetDistricts& set) { model.study.districts = set.spec; }

} // namespace app
