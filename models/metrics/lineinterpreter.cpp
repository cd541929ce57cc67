// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LineScanner that gives the tokens of a line their meaning.
#include "models/metrics/linescanner.h"

#include <limits>

namespace models {

namespace {

using Kind = KeyMeaning::Kind;
using Tokens = std::vector<LineToken>;

bool isAt(const Tokens &tokens, size_t at, char c) { return at < tokens.size() && tokens[at].is(c); }
bool numberAt(const Tokens &tokens, size_t at) { return at < tokens.size() && tokens[at].isNumber(); }
/// A word that names the number after it is not the unit of the number before it.
bool isKey(const Tokens &tokens, size_t at) { return isAt(tokens, at + 1, '=') || isAt(tokens, at + 1, ':'); }
bool isQuote(const LineToken &token) { return token.is('\'') || token.is('"'); }

void appendLower(std::string &text, std::string_view more)
{
    for (const char c : more)
        text.push_back(lower(c));
}

/// A source file name in a log header: "trainer.py:115]".
bool isFileName(std::string_view key)
{
    const size_t dot = key.rfind('.');
    if (dot == std::string_view::npos)
        return false;
    const std::string_view suffix = key.substr(dot + 1);
    return suffix == "py" || suffix == "cc" || suffix == "cpp" || suffix == "cu" || suffix == "go" || suffix == "rs"
        || suffix == "c" || suffix == "h" || suffix == "java" || suffix == "scala";
}

bool wordNumber(std::string_view word, double &value)
{
    std::string text;
    appendLower(text, word);
    if (text == "nan")
        value = std::numeric_limits<double>::quiet_NaN();
    else if (text == "inf" || text == "infinity")
        value = std::numeric_limits<double>::infinity();
    else
        return false;
    return true;
}

} // namespace

bool LineScanner::interpret(std::string_view line, Found found)
{
    tokenize(line, m_tokens);
    m_uses.assign(m_tokens.size(), {});
    m_templatable = true;
    lineStart(line);
    bool any = false;
    for (size_t i = 0; i < m_tokens.size();) {
        const LineToken &token = m_tokens[i];
        if (token.is('=') || token.is(':')) {
            i = keyed(line, i);
        } else if (token.isWord()) {
            i = wordPlace(line, i);
        } else if (token.isNumber()) {
            if (!progress(line, i))
                rate(line, i);
            ++i;
        } else if (token.is('|')) {
            i = barValue(line, i);
        } else {
            if (token.is('}')) { // one dictionary, one measurement
                settle();
                any = flush(found) || any;
                m_seen.stepPriority = m_seen.epochPriority = 255; // the next one says it anew
            }
            ++i;
        }
    }
    settle();
    any = flush(found) || any;
    return any || m_context;
}

/// "[12]<tab>train-rmse:1.3" (boosting rounds) and "1|1625|Loss: ..." (torchtune).
void LineScanner::lineStart(std::string_view line)
{
    const Tokens &t = m_tokens;
    if (t.size() > 4 && t[0].is('[') && t[1].isNumber() && t[1].integer && t[2].is(']') && t[2].end < line.size()
        && (line[t[2].end] == '\t' || line[t[2].end] == ' ')) {
        const size_t next = t[3].is('\t') ? 4 : 3;
        if (next < t.size() && t[next].isWord())
            see({Kind::Step, 0}, t[1].value, true, 1);
    } else if (t.size() > 4 && t[0].isNumber() && t[0].integer && t[1].is('|') && t[2].isNumber() && t[2].integer
               && t[3].is('|') && t[4].isWord()) {
        see({Kind::Epoch, 0}, t[0].value, true, 0);
        see({Kind::Step, 0}, t[2].value, true, 2);
    }
}

/// "Epoch 3:", "Epoch[0]", "step 10000,", "iteration   1/   3", "Batch [20]", "of epoch 2".
size_t LineScanner::wordPlace(std::string_view line, size_t at)
{
    const Tokens &t = m_tokens;
    size_t number = at + 1;
    const bool bracket = isAt(t, number, '[');
    if (bracket || isAt(t, number, '#'))
        ++number;
    if (!numberAt(t, number) || (bracket && !isAt(t, number + 1, ']') && !isAt(t, number + 1, '/')))
        return at + 1;
    m_keyText.clear();
    appendLower(m_keyText, t[at].text(line));
    const KeyMeaning meaning = lookUp(m_keyText).meaning;
    if (meaning.kind != Kind::Step && meaning.kind != Kind::Epoch && meaning.kind != Kind::Batch)
        return at + 1;
    // "step 3/10" counts; "3 steps", "epoch 3rd" and "it 12:30" do not.
    const bool pair = isAt(t, number + 1, '/') && numberAt(t, number + 2);
    if (!t[number].measured && !pair && !isAt(t, number + 1, ':'))
        return at + 1;
    see(meaning, t[number].value, t[number].integer, number);
    if (!pair)
        return number + 1;
    if (meaning.kind == Kind::Batch)
        seeProgress({}, t[number + 2].value, number + 2);
    else
        seeTotal(meaning.kind, t[number + 2].value, number + 2);
    return number + 3;
}

/// The key that ends before a separator, in lower case; false if there is none.
bool LineScanner::keyBefore(std::string_view line, size_t separator, std::string &key) const
{
    const Tokens &t = m_tokens;
    key.clear();
    if (separator == 0)
        return false;
    size_t last = separator - 1;
    if (isQuote(t[last])) {
        size_t open = last;
        while (open > 0 && last - open < 8 && !(isQuote(t[open - 1]) && t[open - 1].punctuation == t[last].punctuation))
            --open;
        if (open == 0 || open == last || t[last].start <= t[open].start)
            return false;
        appendLower(key, line.substr(t[open].start, t[last].start - t[open].start));
        return true;
    }
    if (t[last].is(')')) { // "elapsed time per iteration (ms):"
        size_t open = last;
        while (open > 0 && last - open < 8 && !t[open].is('('))
            --open;
        if (open == 0 || !t[open].is('('))
            return false;
        last = open - 1;
    }
    if (!t[last].isWord())
        return false;
    size_t first = last;
    while (t[separator].is(':') && first > 0 && last - first < 5 && t[first - 1].isWord()
           && t[first].start == t[first - 1].end + 1)
        --first;
    for (; first < last; ++first) { // drop log levels in front
        std::string word;
        appendLower(word, t[first].text(line));
        if (!m_rules->isNoise(word))
            break;
    }
    appendLower(key, line.substr(t[first].start, t[last].end - t[first].start));
    return true;
}

/// What stands around '=' or ':'.
size_t LineScanner::keyed(std::string_view line, size_t at)
{
    const Tokens &t = m_tokens;
    size_t number = at + 1;
    if (number < t.size() && t[number].is('['))
        ++number;
    if (number < t.size() && isQuote(t[number]))
        ++number;
    if (number >= t.size() || !keyBefore(line, at, m_keyText))
        return at + 1;
    const LineToken &value = t[number];
    const std::string key = m_keyText;
    if (value.isWord() || ((value.is('-') || value.is('+')) && number + 1 < t.size() && t[number + 1].isWord())) {
        double special = 0;
        const LineToken &word = value.isWord() ? value : t[number + 1];
        const Key &known = lookUp(key);
        if (known.meaning.kind == Kind::NameKey) {
            m_pendingName.clear();
            m_templatable = false;
            appendLower(m_pendingName, word.text(line));
        } else if ((known.meaning.kind == Kind::Metric || known.meaning.kind == Kind::Unknown)
                   && wordNumber(word.text(line), special)) {
            addValue(known, key, value.is('-') ? -special : special, {}, known.meaning.kind == Kind::Metric);
            return number + 1 + (value.isWord() ? 0 : 1);
        }
        return at + 1;
    }
    if (!value.isNumber())
        return at + 1;
    size_t next = number + 1;
    take(line, key, number, next);
    return next;
}

void LineScanner::take(std::string_view line, std::string_view key, size_t number, size_t &next)
{
    const Tokens &t = m_tokens;
    const LineToken &value = t[number];
    const bool pair = isAt(t, number + 1, '/') && numberAt(t, number + 2) && t[number].end == t[number].unitEnd;
    if (!value.measured && !pair)
        return;
    const Key &known = lookUp(key);
    if (known.meaning.kind == Kind::ValueKey) {
        if (!m_pendingName.empty())
            addValue(lookUp(m_pendingName), m_pendingName, value.value, {}, true);
        return;
    }
    if (see(known.meaning, value.value, value.integer, number)) {
        if (pair && known.meaning.kind != Kind::Ignored) {
            seeTotal(known.meaning.kind, t[number + 2].value, number + 2);
            next = number + 3;
        }
        return;
    }
    if (!value.measured || isFileName(key))
        return;
    std::string_view unit = value.unit(line);
    if (unit.empty() && next < t.size() && t[next].isWord() && !isKey(t, next) && m_rules->isRate(t[next].text(line)))
        unit = t[next++].text(line);
    addValue(known, key, value.value, unit, known.meaning.kind == Kind::Metric, number);
}

/// "| loss 1.200 |": fairseq's simple format.
size_t LineScanner::barValue(std::string_view line, size_t at)
{
    const Tokens &t = m_tokens;
    if (at + 2 >= t.size() || !t[at + 1].isWord() || !t[at + 2].isNumber()
        || !(at + 3 == t.size() || t[at + 3].is('|')))
        return at + 1;
    m_keyText.clear();
    appendLower(m_keyText, t[at + 1].text(line));
    const std::string key = m_keyText;
    size_t next = at + 3;
    take(line, key, at + 2, next);
    return next;
}

/// "[640/60000 (1%)]", "307/938 [00:01<00:02", "390/390 [=====", "14/14 ━━━━".
bool LineScanner::progress(std::string_view line, size_t at)
{
    const Tokens &t = m_tokens;
    if (!isAt(t, at + 1, '/') || !numberAt(t, at + 2) || !t[at].integer || !t[at + 2].integer
        || t[at].unitEnd != t[at].end)
        return false;
    const bool opened = at > 0 && t[at - 1].is('[') && (isAt(t, at + 3, '(') || isAt(t, at + 3, ']'));
    const bool bar = isAt(t, at + 3, '[') || isAt(t, at + 3, '\x80');
    if ((!opened && !bar) || t[at + 2].value <= 0
        || t[at + 2].unitEnd > t[at + 2].end + (t[at + 2].end < line.size() && line[t[at + 2].end] == '%'))
        return false;
    seeProgress(t[at].value, {}, at);
    seeProgress({}, t[at + 2].value, at + 2);
    return true;
}

/// "154.4 images/sec", "289.04it/s" without a key.
bool LineScanner::rate(std::string_view line, size_t at)
{
    const LineToken &number = m_tokens[at];
    if (!number.measured)
        return false;
    std::string_view unit = number.unit(line);
    if (unit.empty() && at + 1 < m_tokens.size() && m_tokens[at + 1].isWord() && !isKey(m_tokens, at + 1))
        unit = m_tokens[at + 1].text(line);
    if (!m_rules->isRate(unit))
        return false;
    const std::string name(unit);
    addValue(lookUp(name), name, number.value, unit, false, at);
    return true;
}

} // namespace models
