// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metrics/linescanner.h"

#include "models/metrics/checkpointline.h"
#include "models/metrics/linetokens.h"
#include "models/metrics/ruleformat.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace models {

namespace {

using Kind = KeyMeaning::Kind;

constexpr size_t longestState = 8 * 1024; // nothing that trains writes its figures behind 8 KiB of one line

bool equalsLower(std::string_view text, std::string_view lowerText)
{
    return text.size() == lowerText.size() && std::ranges::equal(text, lowerText, {}, lower);
}

/// "nan", "inf", "Infinity" as a value.
bool wordValue(std::string_view word, double &value)
{
    if (equalsLower(word, "nan"))
        value = std::numeric_limits<double>::quiet_NaN();
    else if (equalsLower(word, "inf") || equalsLower(word, "infinity"))
        value = std::numeric_limits<double>::infinity();
    else
        return false;
    return true;
}

/// Whether a number (or nan, inf) follows at `at`, behind spaces, a quote or a bracket.
bool numberFollows(std::string_view line, size_t at)
{
    while (at < line.size() && (line[at] == ' ' || line[at] == '\'' || line[at] == '"' || line[at] == '['))
        ++at;
    if (at == line.size())
        return false;
    const char c = line[at];
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || (c | 0x20) == 'n' || (c | 0x20) == 'i';
}

/// Whether the character at `at` may belong to a value: "=5", ": 5", a bar, "it/s".
bool isSign(std::string_view line, size_t at)
{
    switch (line[at]) {
    case '=':
    case ':':
        return numberFollows(line, at + 1);
    case '/':
        return at + 1 < line.size() && line[at + 1] == 's';
    default:
        return line[at] == '|';
    }
}

bool hasSignPlain(std::string_view line, size_t at)
{
    for (; at < line.size(); ++at) {
        if (isSign(line, at))
            return true;
    }
    return false;
}

#ifdef PILOTHOUSE_AVX2
/// Which of 32 bytes numberFollows() may find behind a sign: digits, + - . n N i I, space, quotes and bracket.
PILOTHOUSE_AVX2 inline __m256i mayBeginValue(__m256i bytes)
{
    // A bit for each upper half of a byte: 1: 0x2_, 2: 0x3_, 4: 0x4_, 8: 0x5_, 16: 0x6_; by its lower half.
    const __m256i byLower = _mm256_broadcastsi128_si256(
                      _mm_setr_epi8(1 | 2, 2, 1 | 2, 2, 2, 2, 2, 1 | 2, 2, 2 | 4 | 16, 0, 1 | 8, 0, 1, 1 | 4 | 16, 0)),
                  byUpper = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 0, 1, 2, 4, 8, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
                  half = _mm256_set1_epi8(0x0f);
    const __m256i found
        = _mm256_and_si256(_mm256_shuffle_epi8(byLower, _mm256_and_si256(bytes, half)),
                           _mm256_shuffle_epi8(byUpper, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
    return _mm256_xor_si256(_mm256_cmpeq_epi8(found, _mm256_setzero_si256()), _mm256_set1_epi8(-1));
}

/// Among 32 bytes from `at` on; `unseen`: which of them to look at, a bit each.
PILOTHOUSE_AVX2 inline bool hasSignAt(std::string_view line, size_t at, quint32 unseen)
{
    const __m256i equals = _mm256_set1_epi8('='), colon = _mm256_set1_epi8(':'), bar = _mm256_set1_epi8('|'),
                  slash = _mm256_set1_epi8('/'), second = _mm256_set1_epi8('s');
    const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(line.data() + at));
    const auto bitsOf = [](__m256i found) PILOTHOUSE_AVX2 { return quint32(_mm256_movemask_epi8(found)); };
    // What follows the last byte is not known here: it may be anything.
    const auto before = [](quint32 bits) { return bits >> 1 | 1U << 31; };
    const quint32 signs = bitsOf(_mm256_or_si256(_mm256_cmpeq_epi8(bytes, equals), _mm256_cmpeq_epi8(bytes, colon)))
        & before(bitsOf(mayBeginValue(bytes)));
    const quint32 rates = bitsOf(_mm256_cmpeq_epi8(bytes, slash)) & before(bitsOf(_mm256_cmpeq_epi8(bytes, second)));
    for (quint32 hits = (signs | rates | bitsOf(_mm256_cmpeq_epi8(bytes, bar))) & unseen; hits; hits &= hits - 1) {
        if (isSign(line, at + size_t(std::countr_zero(hits))))
            return true;
    }
    return false;
}

PILOTHOUSE_AVX2 bool hasSignWide(std::string_view line)
{
    constexpr size_t width = sizeof(__m256i);
    if (line.size() < width)
        return hasSignPlain(line, 0);
    size_t at = 0;
    for (; at + width <= line.size(); at += width) {
        if (hasSignAt(line, at, ~0U))
            return true;
    }
    const size_t rest = line.size() - at; // the last 32 bytes overlap those before them
    return rest > 0 && hasSignAt(line, line.size() - width, ~0U << (width - rest));
}
#endif

} // namespace

int MetricNames::id(std::string_view name)
{
    const auto [entry, isNew] = m_ids.try_emplace(std::string(name), int(m_names.size()));
    if (isNew) {
        m_names.emplace_back(name);
        m_units.emplace_back();
    }
    return entry->second;
}

bool mayHaveValues(std::string_view line, Registers registers)
{
    if (line.starts_with("Epoch ") || line.starts_with("epoch "))
        return true;
#ifdef PILOTHOUSE_AVX2
    if (registers == Registers::Best && hasWideRegisters())
        return hasSignWide(line);
#endif
    Q_UNUSED(registers)
    return hasSignPlain(line, 0);
}

LineScanner::LineScanner(std::shared_ptr<const MetricRules> rules, std::shared_ptr<MetricNames> names)
    : m_rules(std::move(rules))
    , m_names(std::move(names))
{
}

LineScanner::~LineScanner() = default;

bool LineScanner::scan(std::string_view line, Found found)
{
    m_localRank = -1;
    m_knewShape = false;
    if (line.size() < 4)
        return false;
    bool any = false;
    // A line of a known shape has no escape sequences and no \r: nothing else needs to be looked at.
    m_knewShape = !m_templates.empty() && line.size() <= longestState && tryTemplates(strip(line), found, any);
    if (m_knewShape)
        return any;
    m_localRank = -1;
    if (!mayHaveValues(line))
        return false;
    if (std::memchr(line.data(), '\x1b', line.size())) {
        removeEscapes(line, m_clean);
        line = m_clean;
    }
    line = strip(line);
    for (size_t start = 0; start < line.size();) {
        const size_t end = std::min(line.find('\r', start), line.size());
        if (end > start)
            any = scanState(line.substr(start, std::min(end - start, longestState)), found) || any;
        start = end + 1;
    }
    return any;
}

std::string_view LineScanner::strip(std::string_view line)
{
    if (m_writerLength > 0 && line.size() > longestWriter
        && std::memcmp(line.data(), m_writer.data(), m_writerLength) == 0) {
        const char next = line[m_writerLength]; // may it belong to the writer?
        if (next != '[' && next != '(' && next != '<' && next != ' ') {
            m_localRank = m_writerRank;
            return line.substr(m_writerLength);
        }
    }
    const std::string_view rest = stripAnew(line);
    const size_t length = line.size() - rest.size();
    if (length > 0 && length <= longestWriter) {
        std::memcpy(m_writer.data(), line.data(), length);
        m_writerLength = length;
        m_writerRank = m_localRank;
    }
    return rest;
}

/// Takes away who wrote the line: "[rank0]:", "[default0]:", "[1,0]<stdout>:", "(Worker pid=4009)", "[pod/a/b]".
std::string_view LineScanner::stripAnew(std::string_view line)
{
    for (int i = 0; i < 3 && !line.empty(); ++i) {
        const size_t close = line[0] == '[' ? line.find(']') : line[0] == '(' ? line.find(')') : std::string_view::npos;
        if (close == std::string_view::npos || close > 80)
            break;
        const std::string_view inside = line.substr(1, close - 1);
        std::string_view after = line.substr(close + 1);
        const auto rankAfter = [&](std::string_view prefix) {
            int rank = -1;
            const char *begin = inside.data() + prefix.size(), *end = inside.data() + inside.size();
            return std::from_chars(begin, end, rank).ptr == end ? rank : -1;
        };
        if ((inside.starts_with("rank") || inside.starts_with("default")) && after.starts_with(":")) {
            m_localRank = rankAfter(inside[0] == 'r' ? "rank" : "default");
            after.remove_prefix(1);
        } else if (after.starts_with("<stdout>:") || after.starts_with("<stderr>:")) {
            m_localRank = rankAfter(inside.substr(0, inside.find(',') + 1));
            after.remove_prefix(9);
        } else if (!inside.starts_with("pod/") && (line[0] != '(' || inside.find(" pid=") == std::string_view::npos)) {
            break;
        }
        while (after.starts_with(' '))
            after.remove_prefix(1);
        line = after;
    }
    return line;
}

bool LineScanner::scanState(std::string_view line, Found found)
{
    bool any = false;
    if (tryTemplates(line, found, any))
        return any;
    m_seen.clear();
    m_candidates.clear();
    m_context = false;
    m_pendingName.clear();
    m_templatable = false;
    m_flushed = m_wanted = false;
    if (formats(line, found))
        return true;
    any = interpret(line, found);
    // A line without a figure would only push out the shapes that matter.
    if (m_templatable && !m_wanted && any && !tellsOfCheckpoint(line))
        remember(line);
    return any;
}

bool LineScanner::tryTemplates(std::string_view line, Found found, bool &any)
{
    for (size_t i = 0; i < m_templates.size(); ++i) {
        LineTemplate &known = *m_templates[i];
        if (!known.match(line))
            continue;
        m_templatable = false;
        m_seen.clear();
        for (const LineTemplate::Number &number : known.numbers())
            apply(number);
        settle();
        if (!known.values().empty())
            found(known.values());
        any = known.hasPlace() || !known.values().empty();
        if (i > 0)
            std::rotate(m_templates.begin(), m_templates.begin() + qsizetype(i),
                        m_templates.begin() + qsizetype(i) + 1);
        return true;
    }
    return false;
}

void LineScanner::apply(const LineTemplate::Number &number)
{
    using Role = NumberUse::Role;
    switch (number.use.role) {
    case Role::None:
    case Role::Metric:
        break;
    case Role::Step:
        see({Kind::Step, number.use.priority}, number.value, number.integer);
        break;
    case Role::Epoch:
        see({Kind::Epoch, number.use.priority}, number.value, number.integer);
        break;
    case Role::Batch:
        see({Kind::Batch, number.use.priority}, number.value, number.integer);
        break;
    case Role::Done:
        seeProgress(number.value, {}, noToken);
        break;
    case Role::DoneOf:
        seeProgress({}, number.value, noToken);
        break;
    case Role::TotalSteps:
        seeTotal(Kind::Step, number.value, noToken);
        break;
    case Role::TotalEpochs:
        seeTotal(Kind::Epoch, number.value, noToken);
        break;
    }
}

void LineScanner::remember(std::string_view line)
{
    constexpr size_t mostTemplates = 8;
    if (m_templates.size() == mostTemplates)
        m_templates.pop_back();
    m_templates.insert(m_templates.begin(), std::make_unique<LineTemplate>(line, m_tokens, m_uses));
}

void LineScanner::note(size_t token, const NumberUse &use)
{
    // What was not a number, or came in a second group of the same line, is read by its tokens every time.
    if (token == noToken || m_flushed || m_uses[token].role != NumberUse::Role::None || !m_tokens[token].plain)
        m_templatable = false;
    else
        m_uses[token] = use;
}

void LineScanner::seeProgress(std::optional<double> done, std::optional<double> doneOf, size_t token)
{
    if (done)
        m_seen.done = done;
    if (doneOf)
        m_seen.doneOf = doneOf;
    m_context = m_context || done;
    note(token, {.role = done ? NumberUse::Role::Done : NumberUse::Role::DoneOf});
}

void LineScanner::seeTotal(Kind of, double total, size_t token)
{
    (of == Kind::Epoch ? m_seen.totalEpochs : m_seen.totalSteps) = total;
    note(token, {.role = of == Kind::Epoch ? NumberUse::Role::TotalEpochs : NumberUse::Role::TotalSteps});
}

bool LineScanner::formats(std::string_view line, Found found)
{
    for (const auto &format : m_rules->formats()) {
        if (line.find(format->needs) == std::string_view::npos)
            continue;
        m_wanted = true;
        const std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> data(
            pcre2_match_data_create_from_pattern(format->code, nullptr), &pcre2_match_data_free);
        const int groups = pcre2_match(format->code, reinterpret_cast<PCRE2_SPTR>(line.data()), line.size(), 0, 0,
                                       data.get(), nullptr);
        if (groups <= 0)
            continue;
        const PCRE2_SIZE *bounds = pcre2_get_ovector_pointer(data.get());
        for (int i = 1; i < groups && size_t(i) <= format->names.size(); ++i) {
            if (bounds[2 * i] == PCRE2_UNSET)
                continue;
            const std::string_view text = line.substr(bounds[2 * i], bounds[2 * i + 1] - bounds[2 * i]);
            double value = 0;
            if (!wordValue(text, value) && parseLogNumber(text.data(), text.data() + text.size(), value) == text.data())
                continue;
            const std::string &name = format->names[size_t(i) - 1];
            if (name == "done" || name == "done_of") {
                (name == "done" ? m_seen.done : m_seen.doneOf) = value;
                m_context = true;
            } else if (!see(lookUp(name).meaning, value, true)) {
                addValue(lookUp(name), name, value, {}, true);
            }
        }
        settle();
        flush(found);
        return true;
    }
    return false;
}

const LineScanner::Key &LineScanner::lookUp(std::string_view key)
{
    if (const auto known = m_keys.find(key); known != m_keys.end())
        return known->second;
    if (m_keys.size() > 20'000) // a log whose keys never repeat
        m_keys.clear();
    return m_keys.emplace(std::string(key), Key {m_rules->meaning(key), -1}).first->second;
}

/// Step, epoch and totals; false if the key means something else.
bool LineScanner::see(KeyMeaning meaning, double value, bool integer, size_t token)
{
    using Role = NumberUse::Role;
    switch (meaning.kind) {
    case Kind::Step:
        if (meaning.priority < m_seen.stepPriority) {
            m_seen.step = value;
            m_seen.stepPriority = meaning.priority;
        }
        note(token, {.role = Role::Step, .priority = meaning.priority});
        break;
    case Kind::Epoch:
        if (meaning.priority < m_seen.epochPriority) {
            m_seen.epoch = value;
            m_seen.epochPriority = meaning.priority;
            m_seen.wholeEpoch = integer;
        }
        note(token, {.role = Role::Epoch, .priority = meaning.priority});
        break;
    case Kind::Batch:
        m_seen.done = value;
        note(token, {.role = Role::Batch});
        break;
    case Kind::TotalSteps:
        seeTotal(Kind::Step, value, token);
        return true;
    case Kind::TotalEpochs:
        seeTotal(Kind::Epoch, value, token);
        return true;
    case Kind::Ignored:
        return true;
    default:
        return false;
    }
    m_context = true;
    return true;
}

void LineScanner::addValue(const Key &key, std::string_view name, double value, std::string_view unit, bool sure,
                           size_t token)
{
    int metric = key.metric;
    if (metric < 0) {
        std::string shown(name);
        std::ranges::replace(shown, ' ', '_');
        metric = m_names->id(shown);
        const_cast<Key &>(key).metric = metric; // the map's own entry, remembered
    }
    if (!unit.empty() && m_names->unit(metric).empty())
        m_names->setUnit(metric, unit);
    m_candidates.push_back({{metric, value}, sure});
    note(token, {.role = NumberUse::Role::Metric, .sure = sure, .metric = metric});
}

/// Settles where the line stands from what it named and what was known before.
void LineScanner::settle()
{
    if (m_seen.totalSteps)
        m_place.totalSteps = m_seen.totalSteps;
    if (m_seen.totalEpochs)
        m_place.totalEpochs = m_seen.totalEpochs;
    if (m_seen.epoch) {
        const double index = std::floor(*m_seen.epoch);
        if (m_firstEpoch < 0)
            m_firstEpoch = index > 0 ? 1 : 0;
        if (index != m_epochIndex) {
            m_doneBefore += m_doneNow;
            m_doneNow = 0;
            m_epochIndex = index;
        }
        m_wholeEpochs = m_seen.wholeEpoch;
        m_place.epoch = m_place.namedEpoch = m_seen.epoch;
    }
    if (m_seen.step) {
        m_place.step = m_seen.step;
        m_stepNamed = true;
    } else if (m_seen.done) {
        const bool inEpoch = m_epochIndex >= 0 && m_wholeEpochs;
        if (!inEpoch) {
            if (!m_stepNamed) {
                m_place.step = m_seen.done;
                m_place.totalSteps = m_seen.doneOf;
            }
        } else {
            m_doneNow = std::max(m_doneNow, *m_seen.done);
            const double before
                = m_seen.doneOf ? std::max(0.0, m_epochIndex - m_firstEpoch) * *m_seen.doneOf : m_doneBefore;
            if (!m_stepNamed)
                m_place.step = before + *m_seen.done;
            if (m_seen.doneOf && *m_seen.doneOf > 0)
                m_place.epoch = std::max(0.0, m_epochIndex - m_firstEpoch) + *m_seen.done / *m_seen.doneOf;
        }
    }
}

bool LineScanner::flush(Found found)
{
    m_values.clear();
    for (const Candidate &candidate : m_candidates) {
        const bool known = std::ranges::any_of(
            m_values, [&](const FoundValue &value) { return value.metric == candidate.value.metric; });
        if ((candidate.sure || m_context) && !known)
            m_values.push_back(candidate.value);
    }
    m_candidates.clear();
    m_flushed = m_flushed || !m_values.empty();
    if (!m_values.empty())
        found(m_values);
    return !m_values.empty();
}

} // namespace models
