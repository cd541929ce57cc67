// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/logs/logsearch.h"
#include "views/logs/logview.h"

#include <QWidget>

#include <memory>
#include <vector>

class QBoxLayout;

namespace views {

class HighlighterChip;

/// Words that stay marked while one searches for others: each with a colour of its own, its hits counted. A click goes
/// to the next hit, on the colour to the next colour. The document must outlive it.
class HighlighterBar : public QWidget
{
    Q_OBJECT
public:
    static constexpr int most = 6;

    explicit HighlighterBar(models::LogDocument &document, QWidget *parent = nullptr);
    ~HighlighterBar() override;

    /// Nothing happens if it is there already, means nothing, or `most` are there.
    void add(const models::SearchQuery &query);
    QList<LogHighlight> highlights() const;

signals:
    void changed();
    void nextRequested(const models::LogSearch *search);

private:
    struct Highlighter;
    int freeColor() const;
    void remove(Highlighter *highlighter);
    void updateCounts();

    models::LogDocument &m_document;
    QBoxLayout *m_layout;
    std::vector<std::unique_ptr<Highlighter>> m_highlighters;
};

} // namespace views
