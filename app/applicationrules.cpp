// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Application that opens the rules for metrics, tried on whatever log is at hand.
#include "app/application.h"

#include "models/logs/joblogs.h"
#include "views/logs/logfilepage.h"
#include "views/rules/rulespage.h"

#include <QFileInfo>

namespace app {

using namespace Qt::StringLiterals;

void Application::openRules()
{
    if (m_window->currentPage() != "rules"_L1)
        m_rulesFrom = m_window->currentPage();
    auto *page = qobject_cast<views::RulesPage *>(m_window->page(u"rules"_s));
    if (!page) {
        page = new views::RulesPage(m_rules);
        m_window->addInnerPage(u"rules"_s, {}, page);
        connect(page, &views::RulesPage::backRequested, this, [this] {
            m_window->showPage(m_window->page(m_rulesFrom) ? m_rulesFrom : m_workspace ? u"training"_s : u"clusters"_s);
        });
    }
    auto *file = qobject_cast<views::LogFilePage *>(m_window->page(u"logfile"_s));
    models::JobRun *run = m_workspace ? m_workspace->shownRun() : nullptr;
    if (file && (!run || m_rulesFrom == "logfile"_L1))
        page->setDocument(file->document(), QFileInfo(file->fileName()).fileName());
    else if (run)
        page->setDocument(&run->logs(), run->detail().ref().name);
    else
        page->setDocument(nullptr, {});
    m_window->showPage(u"rules"_s);
}

} // namespace app
