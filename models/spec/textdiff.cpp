// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/spec/textdiff.h"

#include <QHash>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <span>
#include <vector>

namespace models {

namespace {

constexpr qint64 stepBudget = 4'000'000; // about 30 ms; two texts of 2,000 lines with nothing in common take 4 million
constexpr int pairingLimit = 120; // lines on a side of a change among which likenesses are looked for
constexpr qsizetype comparedLength = 400; // of a line: enough to tell whether two are versions of each other
constexpr double likeness = 0.5; // lines less alike than this are strangers

/// A place in both texts from which the rest is compared.
struct Box
{
    int left, leftEnd, right, rightEnd;
};

/// The run of equal lines in the middle of a shortest way.
struct Snake
{
    int left, right, length;
};

/// Finds which lines stay. Lines are numbers here: equal lines have equal numbers.
class Matcher
{
public:
    Matcher(std::span<const int> left, std::span<const int> right)
        : m_left(left)
        , m_right(right)
        , m_partner(left.size(), -1)
        , m_forward(left.size() + right.size() + 4)
        , m_backward(left.size() + right.size() + 4)
    {
    }

    /// For each line of the left side its partner of the right side, or -1.
    std::vector<int> match()
    {
        std::vector<Box> open {{0, int(m_left.size()), 0, int(m_right.size())}};
        while (!open.empty()) {
            Box box = open.back();
            open.pop_back();
            trim(box);
            if (box.left == box.leftEnd || box.right == box.rightEnd)
                continue;
            const Snake snake = middle(box);
            if (snake.length < 0)
                continue; // the budget is spent
            for (int i = 0; i < snake.length; ++i)
                pair(snake.left + i, snake.right + i);
            open.push_back({box.left, snake.left, box.right, snake.right});
            open.push_back({snake.left + snake.length, box.leftEnd, snake.right + snake.length, box.rightEnd});
        }
        return std::move(m_partner);
    }

private:
    void pair(int left, int right) { m_partner[size_t(left)] = right; }
    bool same(int left, int right) const { return m_left[size_t(left)] == m_right[size_t(right)]; }

    void trim(Box &box)
    {
        while (box.left < box.leftEnd && box.right < box.rightEnd && same(box.left, box.right))
            pair(box.left++, box.right++);
        while (box.left < box.leftEnd && box.right < box.rightEnd && same(box.leftEnd - 1, box.rightEnd - 1))
            pair(--box.leftEnd, --box.rightEnd);
    }

    // Two frontiers walk towards each other over the diagonals x - y of the box; where they meet lies the middle.
    Snake middle(const Box &box)
    {
        const int width = box.leftEnd - box.left;
        const int height = box.rightEnd - box.right;
        const int delta = width - height;
        const int most = (width + height + 1) / 2;
        m_zero = most + 1; // diagonals count from -most - 1
        at(m_forward, 1) = 0;
        at(m_backward, 1) = 0;
        for (int depth = 0; depth <= most; ++depth) {
            m_spent += depth + 1;
            for (int k = -depth; k <= depth; k += 2) {
                const Snake run = step(box, m_forward, k, depth, true);
                const int other = delta - k;
                const bool near = run.length >= 0 && delta % 2 != 0 && std::abs(other) < depth;
                if (near && run.left + run.length - box.left + at(m_backward, other) >= width)
                    return run;
            }
            for (int k = -depth; k <= depth; k += 2) {
                const Snake run = step(box, m_backward, k, depth, false);
                const int other = delta - k;
                const bool near = run.length >= 0 && delta % 2 == 0 && std::abs(other) <= depth;
                if (near && box.leftEnd - run.left + at(m_forward, other) >= width)
                    return run;
            }
            if (m_spent > stepBudget)
                break;
        }
        return {0, 0, -1};
    }

    int &at(std::vector<int> &furthest, int k) const { return furthest[size_t(m_zero + k)]; }

    /// The furthest place of a diagonal after `depth` differences, counted from the box's begin or, backward, from its
    /// end. The run is in places of the whole texts; its length is -1 if the diagonal leaves the box.
    Snake step(const Box &box, std::vector<int> &furthest, int k, int depth, bool forward)
    {
        const int width = box.leftEnd - box.left;
        const int height = box.rightEnd - box.right;
        const bool down = k == -depth || (k != depth && at(furthest, k - 1) < at(furthest, k + 1));
        int x = down ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
        if (x < 0 || x > width || x - k < 0 || x - k > height) {
            at(furthest, k) = unreachable;
            return {0, 0, -1};
        }
        const int start = x;
        const auto equal = [&] {
            return forward ? same(box.left + x, box.right + x - k)
                           : same(box.leftEnd - 1 - x, box.rightEnd - 1 - x + k);
        };
        while (x < width && x - k < height && equal())
            ++x;
        at(furthest, k) = x;
        m_spent += x - start;
        if (forward)
            return {box.left + start, box.right + start - k, x - start};
        return {box.leftEnd - x, box.rightEnd - x + k, x - start};
    }

    static constexpr int unreachable = std::numeric_limits<int>::min() / 2;

    std::span<const int> m_left, m_right;
    std::vector<int> m_partner;
    std::vector<int> m_forward, m_backward; ///< furthest x on each diagonal, in places of the box
    int m_zero = 0;
    qint64 m_spent = 0;
};

/// Gives equal lines equal numbers.
class Numbering
{
public:
    std::vector<int> numbers(const QStringList &lines, DiffMode mode)
    {
        std::vector<int> result;
        result.reserve(size_t(lines.size()));
        for (const QString &line : lines) {
            const QString key = mode == DiffMode::IgnoreIndentation ? line.trimmed() : line;
            const auto known = m_known.constFind(key);
            result.push_back(known == m_known.cend() ? *m_known.insert(key, int(m_known.size())) : *known);
        }
        return result;
    }

private:
    QHash<QString, int> m_known;
};

/// 0: nothing in common at either end, 1: the same but for the indentation.
double likenessOf(QStringView left, QStringView right)
{
    left = left.trimmed().first(std::min(left.trimmed().size(), comparedLength));
    right = right.trimmed().first(std::min(right.trimmed().size(), comparedLength));
    const qsizetype longest = std::max(left.size(), right.size());
    if (left.isEmpty() || right.isEmpty())
        return 0;
    const DiffParts parts = diffLines(left, right);
    // Two values of one key belong together however different the values are.
    const qsizetype colon = left.indexOf(u':');
    if (colon > 0 && colon < parts.start)
        return 0.75 + 0.25 * double(parts.start) / double(longest);
    return double(longest - std::max(parts.leftLength, parts.rightLength)) / double(longest);
}

/// Lays the lines of one change side by side where they resemble each other: the pairs in order whose likenesses add
/// up to the most.
class Change
{
public:
    Change(const TextDiff &diff, int left, int leftCount, int right, int rightCount)
        : m_left(left)
        , m_right(right)
        , m_leftCount(leftCount)
        , m_rightCount(rightCount)
    {
        if (leftCount == 0 || rightCount == 0 || leftCount > pairingLimit || rightCount > pairingLimit)
            return;
        m_likeness.resize(size_t(leftCount) * size_t(rightCount));
        m_best.assign(size_t(leftCount + 1) * size_t(rightCount + 1), 0);
        for (int i = leftCount - 1; i >= 0; --i) {
            for (int j = rightCount - 1; j >= 0; --j) {
                const double alike = likenessOf(diff.left[left + i], diff.right[right + j]);
                m_likeness[size_t(i) * size_t(rightCount) + size_t(j)] = alike;
                const double together = alike >= likeness ? alike + best(i + 1, j + 1) : 0;
                best(i, j) = std::max({together, best(i + 1, j), best(i, j + 1)});
            }
        }
    }

    void appendTo(QList<DiffRow> &rows)
    {
        int i = 0;
        int j = 0;
        while (i < m_leftCount || j < m_rightCount) {
            if (arePaired(i, j))
                rows.append({DiffRow::Kind::Changed, m_left + i++, m_right + j++});
            else if (i < m_leftCount && (j >= m_rightCount || m_best.empty() || best(i + 1, j) >= best(i, j + 1)))
                rows.append({DiffRow::Kind::Removed, m_left + i++, -1});
            else
                rows.append({DiffRow::Kind::Added, -1, m_right + j++});
        }
    }

private:
    double &best(int i, int j) { return m_best[size_t(i) * size_t(m_rightCount + 1) + size_t(j)]; }

    bool arePaired(int i, int j)
    {
        if (m_best.empty() || i >= m_leftCount || j >= m_rightCount)
            return false;
        const double alike = m_likeness[size_t(i) * size_t(m_rightCount) + size_t(j)];
        return alike >= likeness && best(i, j) == alike + best(i + 1, j + 1);
    }

    int m_left, m_right, m_leftCount, m_rightCount;
    std::vector<double> m_likeness, m_best;
};

QStringList linesOf(const QString &text)
{
    if (text.isEmpty())
        return {};
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast(); // the end of the last line begins no other
    for (QString &line : lines) {
        if (line.endsWith(u'\r'))
            line.chop(1);
    }
    return lines;
}

} // namespace

bool TextDiff::isEmpty() const { return count(DiffRow::Kind::Same) == rows.size(); }

int TextDiff::count(DiffRow::Kind kind) const { return int(std::ranges::count(rows, kind, &DiffRow::kind)); }

QList<int> TextDiff::changes() const
{
    QList<int> places;
    bool inside = false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const bool differs = rows[i].kind != DiffRow::Kind::Same;
        if (differs && !inside)
            places.append(int(i));
        inside = differs;
    }
    return places;
}

TextDiff diffTexts(const QString &left, const QString &right, DiffMode mode)
{
    TextDiff diff {.left = linesOf(left), .right = linesOf(right), .rows = {}};
    Numbering numbering;
    const std::vector<int> leftNumbers = numbering.numbers(diff.left, mode);
    const std::vector<int> rightNumbers = numbering.numbers(diff.right, mode);
    const std::vector<int> partner = Matcher(leftNumbers, rightNumbers).match();
    int i = 0;
    int j = 0;
    const int leftCount = int(diff.left.size());
    const int rightCount = int(diff.right.size());
    while (i < leftCount || j < rightCount) {
        int nextLeft = i;
        while (nextLeft < leftCount && partner[size_t(nextLeft)] < 0)
            ++nextLeft;
        const int nextRight = nextLeft < leftCount ? partner[size_t(nextLeft)] : rightCount;
        Change(diff, i, nextLeft - i, j, nextRight - j).appendTo(diff.rows);
        i = nextLeft;
        j = nextRight;
        if (i < leftCount)
            diff.rows.append({DiffRow::Kind::Same, i++, j++});
    }
    return diff;
}

DiffParts diffLines(QStringView left, QStringView right)
{
    const qsizetype shorter = std::min(left.size(), right.size());
    qsizetype start = 0;
    while (start < shorter && left[start] == right[start])
        ++start;
    qsizetype end = 0;
    while (end < shorter - start && left[left.size() - 1 - end] == right[right.size() - 1 - end])
        ++end;
    return {start, left.size() - start - end, right.size() - start - end};
}

} // namespace models
