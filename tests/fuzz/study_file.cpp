// Study files: any text is a study that is written and read again as the same, or an Error.

#include "fuzz_values.hpp"
#include "geo/study/study_json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::expect_answer_or_error([&] {
        const geo::Study study = geo::study_from_json(fuzz::text_of(data, size), "/folder");
        const std::string text = geo::json_from_study(study);
        const geo::Study again = geo::study_from_json(text, "/folder");
        fuzz::require(geo::json_from_study(again) == text, "a study written and read is written the same");
    });
    return 0;
}
