"""Översikt: one page for whoever opens it, put together from the parts that concern that person."""

from radslag.web.secretariat.pages.overview.page import OverviewPage, overview_page

__all__ = ["OverviewPage", "overview_page"]
