// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "k8s/spec/document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <map>

namespace k8s {

/// Thrown inside the parser's callbacks to end it: what is wrong has been noted already. Never leaves k8s/spec.
struct ParsingStopped
{
};

/// Makes nodes of the parser's events. Aliases and merge keys are expanded against a budget.
class TreeBuilder : public YAML::EventHandler
{
public:
    struct Budget
    {
        const SpecLimits &limits;
        const std::function<bool()> &cancelled;
        int nodes = 0; ///< made so far, all documents together
    };

    TreeBuilder(QByteArrayView utf8, qsizetype base, SpecNodes &nodes, Budget &budget, Diagnostics &diagnostics);

    void OnDocumentStart(const YAML::Mark &) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

private:
    struct Frame
    {
        std::int32_t node = -1;
        YAML::anchor_t anchor = 0;
        bool keyDue = false; ///< the next event of a map is a key
        std::string key;
        qsizetype keyOffset = -1, keyLength = 0;
    };

    qsizetype offsetOf(const YAML::Mark &mark) const { return m_base + mark.pos; }
    bool keyIsDue() const { return !m_open.empty() && m_open.back().keyDue; }
    void takeKey(qsizetype offset, qsizetype length, const std::string &text);
    void refuseKey(qsizetype offset);
    std::int32_t append(SpecNode node);
    void open(SpecNode node, YAML::anchor_t anchor);
    void remember(YAML::anchor_t anchor, std::int32_t node);
    void close();
    void spend(qsizetype offset, std::int32_t nodes = 1);
    void copyInto(std::int32_t from, std::int32_t into, qsizetype offset, int depth);
    void checkTabs(qsizetype offset);
    void checkTag(const std::string &tag, SpecNode &node);
    void reportDuplicates(std::int32_t map);
    void mergeInto(std::int32_t map);
    qsizetype scalarLength(qsizetype offset, const std::string &value, bool plain) const;
    [[noreturn]] void stop(Diagnostic diagnostic);
    void report(const char *id, qsizetype offset, qsizetype length, Message message, Message remedy = {});

    const QByteArrayView m_utf8;
    const qsizetype m_base;
    SpecNodes &m_nodes;
    Budget &m_budget;
    Diagnostics &m_diagnostics;
    std::vector<Frame> m_open;
    struct Anchored
    {
        std::int32_t node = -1;
        std::int32_t size = 1; ///< nodes in all, once it is closed: they stand one after the other
    };
    std::map<YAML::anchor_t, Anchored> m_anchors;
    bool m_tabReported = false;
};

} // namespace k8s
