#include "core/engine/seeding/invented_people.hpp"

#include <array>
#include <cstdio>

namespace core {

namespace {

constexpr std::array families = {"Nguyễn", "Trần", "Lê",   "Phạm",  "Hoàng", "Vũ",   "Đặng",
                                 "Bùi",    "Đỗ",   "Ngô",  "Dương", "Lý",    "Tạ",   "Lương",
                                 "Triệu",  "Đào",  "Đinh", "Hà",    "Mai",   "Trịnh"};
constexpr std::array middles = {"Văn",  "Thị", "Minh", "Thu",  "Đức",   "Hồng", "Quang", "Kim",
                                "Bích", "Hữu", "Ngọc", "Xuân", "Thanh", "Thế",  "Mạnh",  "Diệu"};
constexpr std::array givens = {"An",   "Bình", "Chi",   "Dũng",  "Giang",  "Hà",   "Hải",  "Hạnh",
                               "Hiếu", "Hoa",  "Hùng",  "Hương", "Khánh",  "Lan",  "Linh", "Long",
                               "Mai",  "Nam",  "Nga",   "Phúc",  "Phương", "Quân", "Sơn",  "Thảo",
                               "Thủy", "Tiến", "Trang", "Trung", "Tuấn",   "Vinh", "Yến",  "Đạt"};

constexpr int officers = 12;
constexpr int neighbourhoods = 15;

template <std::size_t count>
std::string pick(Dice& dice, const std::array<const char*, count>& words) {
    return words[static_cast<std::size_t>(dice.roll(static_cast<int>(count)))];
}

} // namespace

std::uint64_t Dice::next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

int Dice::roll(int sides) { return static_cast<int>(next() % static_cast<std::uint64_t>(sides)); }

double Dice::fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

bool Dice::chance(double percent) { return fraction() * 100.0 < percent; }

Applicant invent_applicant(Dice& dice) {
    Applicant applicant;
    applicant.name = pick(dice, families) + " " + pick(dice, middles) + " " + pick(dice, givens);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%03d%d%02d%06d", 1 + dice.roll(96), dice.roll(2),
                  40 + dice.roll(60), dice.roll(1'000'000));
    applicant.id_number = text.data();
    std::snprintf(text.data(), text.size(), "0999%06d", dice.roll(1'000'000));
    applicant.phone = text.data();
    applicant.address =
        "Tổ " + std::to_string(1 + dice.roll(neighbourhoods)) + ", phường Thực Hành";
    return applicant;
}

std::string invent_officer(Dice& dice) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "cc%02d", 1 + dice.roll(officers));
    return text.data();
}

} // namespace core
