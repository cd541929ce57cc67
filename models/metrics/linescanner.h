// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/simd.h"
#include "models/metrics/linetemplate.h"
#include "models/metrics/metricrules.h"

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace models {

/// Names of metrics by number, shared by the scanners of one job. Ingest thread only.
class MetricNames
{
public:
    int id(std::string_view name);
    const std::string &name(int id) const { return m_names[size_t(id)]; }
    int size() const { return int(m_names.size()); }
    const std::string &unit(int id) const { return m_units[size_t(id)]; }
    void setUnit(int id, std::string_view unit) { m_units[size_t(id)] = unit; }

private:
    std::vector<std::string> m_names, m_units;
    std::unordered_map<std::string, int> m_ids;
};

/// Where in the training a line stands.
struct TrainingPlace
{
    std::optional<double> step, totalSteps;
    std::optional<double> epoch; ///< finished epochs with the fraction where the log tells it, else as named
    std::optional<double> namedEpoch, totalEpochs; ///< as the log writes it: "epoch 7/10"

    bool operator==(const TrainingPlace &) const = default;
};

/// Who is told of found values: a function that outlives the call, without the price of std::function.
class FoundRef
{
public:
    template <class Function>
        requires(!std::same_as<std::remove_cvref_t<Function>, FoundRef>)
    FoundRef(Function &&function) // NOLINT(*-explicit-*): made to take a lambda in a call
        : m_object(const_cast<void *>(static_cast<const void *>(&function)))
        , m_call([](void *object, std::span<const FoundValue> values) {
            (*static_cast<std::remove_reference_t<Function> *>(object))(values);
        })
    {
    }
    void operator()(std::span<const FoundValue> values) const { m_call(m_object, values); }

private:
    void *m_object;
    void (*m_call)(void *, std::span<const FoundValue>);
};

/// Whether a line may hold a figure at all: most lines of most logs end here.
bool mayHaveValues(std::string_view line, Registers registers = Registers::Best);

/// Reads metrics from the lines of one source, in order; remembers step and epoch between lines. Not thread safe.
class LineScanner
{
public:
    LineScanner(std::shared_ptr<const MetricRules> rules, std::shared_ptr<MetricNames> names);
    ~LineScanner();

    /// `found` is called for every group of values that belong together (usually once per line that has some).
    /// Returns false if the line has neither a value nor a place.
    using Found = FoundRef;
    bool scan(std::string_view line, Found found);

    /// The newest place; step counts on over epochs where the log counts within them.
    const TrainingPlace &place() const { return m_place; }
    /// Rank of a process among several that share a log ("[rank3]:", "[1,3]<stdout>:"); -1 if the line names none.
    int localRank() const { return m_localRank; }
    /// The last line was like an earlier one but for its numbers. Such a line tells of no checkpoint.
    bool knewShape() const { return m_knewShape; }

private:
    using Kind = KeyMeaning::Kind;
    static constexpr size_t noToken = size_t(-1);
    struct Key
    {
        KeyMeaning meaning;
        int metric = -1;
    };
    struct Seen // of one line
    {
        std::optional<double> step, epoch, done, doneOf, totalSteps, totalEpochs;
        bool wholeEpoch = true;
        quint8 stepPriority = 255, epochPriority = 255;

        /// As `= {}`, for which the compiler fills all of it: that is slow for every line.
        void clear()
        {
            for (auto *number : {&step, &epoch, &done, &doneOf, &totalSteps, &totalEpochs})
                number->reset();
            wholeEpoch = true;
            stepPriority = epochPriority = 255;
        }
    };
    struct Hash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };

    std::string_view strip(std::string_view line);
    std::string_view stripAnew(std::string_view line);
    bool scanState(std::string_view line, Found found);
    bool interpret(std::string_view line, Found found);
    void lineStart(std::string_view line);
    size_t wordPlace(std::string_view line, size_t at);
    size_t keyed(std::string_view line, size_t at);
    size_t barValue(std::string_view line, size_t at);
    bool progress(std::string_view line, size_t at);
    bool rate(std::string_view line, size_t at);
    bool keyBefore(std::string_view line, size_t separator, std::string &key) const;
    void take(std::string_view line, std::string_view key, size_t number, size_t &next);
    void addValue(const Key &key, std::string_view name, double value, std::string_view unit, bool sure,
                  size_t token = noToken);
    bool see(KeyMeaning meaning, double value, bool integer, size_t token = noToken);
    void seeProgress(std::optional<double> done, std::optional<double> doneOf, size_t token);
    void seeTotal(Kind of, double total, size_t token);
    void note(size_t token, const NumberUse &use);
    bool tryTemplates(std::string_view line, Found found, bool &any);
    void apply(const LineTemplate::Number &number);
    void remember(std::string_view line);
    const Key &lookUp(std::string_view key);
    void settle();
    bool flush(Found found);
    bool formats(std::string_view line, Found found);

    const std::shared_ptr<const MetricRules> m_rules;
    const std::shared_ptr<MetricNames> m_names;
    std::unordered_map<std::string, Key, Hash, std::equal_to<>> m_keys;

    std::vector<LineToken> m_tokens;
    std::string m_clean; // the line without escape sequences
    std::string m_keyText;
    std::string m_pendingName;
    Seen m_seen;
    struct Candidate
    {
        FoundValue value;
        bool sure = false; // a metric even without a place
    };
    std::vector<Candidate> m_candidates;
    std::vector<FoundValue> m_values;
    bool m_context = false;

    std::vector<std::unique_ptr<LineTemplate>> m_templates; // the one that matched last first
    std::vector<NumberUse> m_uses; // by token
    bool m_templatable = false; // the line is understood by its shape alone
    bool m_flushed = false;
    bool m_wanted = false; // by an expression of the rules

    TrainingPlace m_place;
    double m_epochIndex = -1; // as last named
    double m_firstEpoch = -1;
    bool m_wholeEpochs = false; // epochs are counted in whole numbers
    double m_doneBefore = 0; // in finished epochs
    double m_doneNow = 0;
    bool m_stepNamed = false; // the log counts steps itself
    int m_localRank = -1;
    bool m_knewShape = false;

    // Who wrote the last line, as it stood there: mostly the next one begins the same.
    static constexpr size_t longestWriter = 24;
    std::array<char, longestWriter> m_writer {};
    size_t m_writerLength = 0;
    int m_writerRank = -1;
};

} // namespace models
